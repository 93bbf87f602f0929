package be.belnet.orderdesk.security;

import be.belnet.orderdesk.workflow.VisibleToModels;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;

/** The beans that models may name: delegates, listeners, the opening days, and those marked. */
class VisibleBeans extends AbstractMap<Object, Object> {
    private static final String OPENING_DAYS = "openingDays";

    private final ListableBeanFactory beans;

    VisibleBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object key) {
        return key instanceof String name && beans.containsBean(name) && isVisible(name);
    }

    @Override
    public Object get(Object key) {
        return containsKey(key) ? beans.getBean((String) key) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Arrays.stream(beans.getBeanDefinitionNames())
                .filter(this::isVisible)
                .map(name -> new SimpleImmutableEntry<Object, Object>(name, beans.getBean(name)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isVisible(String name) {
        return name.equals(OPENING_DAYS)
                || beans.isTypeMatch(name, JavaDelegate.class)
                || beans.isTypeMatch(name, ExecutionListener.class)
                || beans.isTypeMatch(name, TaskListener.class)
                || beans.findAnnotationOnBean(name, VisibleToModels.class) != null;
    }
}
