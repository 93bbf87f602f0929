package be.belnet.orderdesk;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.PriorityOrdered;
import org.springframework.stereotype.Component;

/**
 * Says that all beans are known as soon as they are, so that what was found by type is remembered from here on: Spring itself
 * says so only after the engine and all filters have been made. A post-processor of beans is made when all of those that
 * change definitions have done so; one of the latter would remember what the others change after it.
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
