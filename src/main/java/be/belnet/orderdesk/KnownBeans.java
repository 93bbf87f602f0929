package be.belnet.orderdesk;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.PriorityOrdered;
import org.springframework.stereotype.Component;

/**
 * Freezes the definitions of beans as soon as all are there, so that what is found by type is remembered while the engine and
 * the filters are made; Spring itself freezes them only afterwards. It is a post-processor of beans because these are made when
 * each of those that change definitions has run.
 */
@Component
class KnownBeans implements BeanPostProcessor, BeanFactoryAware, PriorityOrdered {
    @Override
    public void setBeanFactory(BeanFactory beans) {
        ((ConfigurableListableBeanFactory) beans).freezeConfiguration();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
