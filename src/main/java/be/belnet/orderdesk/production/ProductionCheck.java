package be.belnet.orderdesk.production;

import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps production from starting while anything of the checklist is missing: first what settings and jar tell, before
 * any part exists; then what the parts tell that have started, before the node takes people or jobs.
 */
@Component
@Profile("production")
class ProductionCheck implements BeanFactoryPostProcessor, EnvironmentAware {
    private ConfigurableEnvironment settings;

    @Override
    public void setEnvironment(Environment environment) {
        settings = (ConfigurableEnvironment) environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        refuse(Surroundings.of(settings), Moment.BEFORE_THE_START);
    }

    /** Right after staff and groups are made, and ahead of the job executor. */
    @EventListener
    @Order(1)
    void partsHaveStarted(ApplicationStartedEvent started) {
        var context = started.getApplicationContext();
        refuse(
                new Surroundings(
                        settings,
                        () -> context.getBean(JdbcClient.class),
                        context.getBean(ProcessEngine.class),
                        Nodes.running(settings).orElse(null),
                        (SSLSocketFactory) SSLSocketFactory.getDefault()),
                Moment.AT_THE_START);
    }

    private static void refuse(Surroundings surroundings, Collection<Moment> moments) {
        List<Finding> unmet = Checklist.unmet(surroundings, moments);
        if (!unmet.isEmpty()) {
            throw new NotFitForProductionException(unmet);
        }
    }
}
