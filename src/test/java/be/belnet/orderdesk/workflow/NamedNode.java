package be.belnet.orderdesk.workflow;

import java.util.UUID;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/** Jobs tell which node of the fault suite holds them, and from which of its lives. Found by no scan. */
public class NamedNode {
    @Bean
    static BeanPostProcessor nodeNames(@Value("${orderdesk.faults.node}") String node) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof JobExecutor executor) {
                    executor.setLockOwner(node + "/" + UUID.randomUUID());
                }
                return bean;
            }
        };
    }
}
