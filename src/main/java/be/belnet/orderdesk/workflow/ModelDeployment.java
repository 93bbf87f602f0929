package be.belnet.orderdesk.workflow;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys all models when one has changed, for a process calls those of its own deployment; unless a newer release has
 * deployed its own: a node of the old release that starts again while the new one is rolled out must not make the old models
 * the newest.
 */
@Component
class ModelDeployment extends AbstractProcessEnginePlugin {
    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
    private static final String NAME = "orderdesk";

    private final Release release;
    private final Models models;
    private final DeployedRelease deployed;
    private final TransactionTemplate transactions;

    ModelDeployment(
            @Value("${orderdesk.release}") String release,
            Models models,
            DeployedRelease deployed,
            TransactionTemplate transactions) {
        this.release = Release.of(release);
        this.models = models;
        this.deployed = deployed;
        this.transactions = transactions;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        transactions.executeWithoutResult(open -> deployUnlessOld(engine.getRepositoryService()));
    }

    private void deployUnlessOld(RepositoryService repository) {
        Release newest = deployed.lock();
        if (release.isBefore(newest)) {
            LOG.warn("Models stay those of release {}; this node is of release {}", newest, release);
            return;
        }
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).enableDuplicateFiltering(false);
        models.all().forEach(deployment::addString);
        deployment.deploy();
        deployed.set(release);
    }
}
