package be.belnet.orderdesk.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class FlowCoverageTest {

    private static final BpmnModelInstance FORK = Bpmn.createExecutableProcess("fork")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .sequenceFlowId("toQuestion")
            .exclusiveGateway("question")
            .name("Signed?")
            .sequenceFlowId("yes")
            .condition("Yes", "${signed}")
            .endEvent()
            .name("Contract signed")
            .moveToLastGateway()
            .sequenceFlowId("no")
            .condition("No", "${!signed}")
            .endEvent()
            .name("Order withdrawn")
            .done();
    private static final List<ProcessModel> MODELS = List.of(new ProcessModel(Path.of("fork.bpmn"), FORK));

    @TempDir
    Path folder;

    @Test
    void eachFlowTakenIsNotedOnce() throws IOException {
        walk(true);
        walk(true);

        assertThat(FlowCoverage.noted(folder)).containsExactlyInAnyOrder("fork toQuestion", "fork yes");
    }

    @Test
    void flowNobodyTookIsNamed() throws IOException {
        walk(true);

        var flows = new UncoveredFlows(MODELS, FlowCoverage.noted(folder));

        assertThat(flows.complaints()).containsExactly("fork: \"Signed?\" -No-> \"Order withdrawn\" (no)");
        assertThat(flows.page()).contains("fork: 2 of 3 flows");
    }

    @Test
    void allFlowsTakenIsFine() throws IOException {
        walk(true);
        walk(false);

        assertThat(new UncoveredFlows(MODELS, FlowCoverage.noted(folder)).complaints())
                .isEmpty();
    }

    @Test
    void flowToTheEventThatCameIsCoveredByWhatFollows() {
        BpmnModelInstance wait = Bpmn.createExecutableProcess("wait")
                .startEvent()
                .sequenceFlowId("toWait")
                .eventBasedGateway()
                .name("Customer?")
                .sequenceFlowId("answer")
                .intermediateCatchEvent()
                .name("Answer received")
                .sequenceFlowId("answered")
                .endEvent()
                .moveToLastGateway()
                .sequenceFlowId("silence")
                .intermediateCatchEvent()
                .name("Silence")
                .sequenceFlowId("silent")
                .endEvent()
                .name("Order lapsed")
                .done();
        var models = List.of(new ProcessModel(Path.of("wait.bpmn"), wait));

        assertThat(new UncoveredFlows(models, Set.of("wait toWait", "wait answered")).complaints())
                .containsExactly(
                        "wait: \"Customer?\" -> \"Silence\" (silence)",
                        "wait: \"Silence\" -> \"Order lapsed\" (silent)");
    }

    @Test
    void componentScanFindsThePlugin() {
        try (var context = new AnnotationConfigApplicationContext(getClass().getPackageName())) {
            assertThat(context.getBean(ProcessEnginePlugin.class)).isInstanceOf(FlowCoverage.class);
        }
    }

    @Test
    void nothingNotedIsAFailureOfItsOwn() {
        assertThat(new UncoveredFlows(MODELS, Set.of()).complaints())
                .singleElement()
                .asString()
                .startsWith("No test noted a flow");
    }

    private void walk(boolean signed) {
        var engine = engine();
        try {
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance("fork.bpmn", FORK)
                    .deploy();
            engine.getRuntimeService()
                    .createProcessInstanceByKey("fork")
                    .setVariable("signed", signed)
                    .execute();
        } finally {
            engine.close();
        }
    }

    private ProcessEngine engine() {
        var engine = new StandaloneInMemProcessEngineConfiguration();
        engine.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        engine.setProcessEngineName("flow coverage");
        engine.setJobExecutorActivate(false);
        engine.setMetricsEnabled(false);
        engine.getProcessEnginePlugins().add(new FlowCoverage(folder.resolve("notes.txt")));
        return engine.buildProcessEngine();
    }
}
