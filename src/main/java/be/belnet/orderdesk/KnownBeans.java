package be.belnet.orderdesk;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Says that all beans are known as soon as they are, so that what was found by type is remembered from the first bean on:
 * Spring itself says so only after the engine and all filters have been made.
 */
@Component
class KnownBeans implements BeanFactoryPostProcessor {
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        beans.freezeConfiguration();
    }
}
