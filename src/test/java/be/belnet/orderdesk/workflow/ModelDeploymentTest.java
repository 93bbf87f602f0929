package be.belnet.orderdesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.ProcessTest;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class ModelDeploymentTest {
    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="of-another-release" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start" />
                <sequenceFlow id="flow" sourceRef="start" targetRef="task" />
                %s
              </process>
            </definitions>""";

    private static final String STEP =
            "<serviceTask id=\"task\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${%s}\" />";
    private static final String TASK =
            "<userTask id=\"task\" camunda:formKey=\"camunda-forms:/forms/form-of-another-release/${task.id}\" />";

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    DeployedRelease deployed;

    @Autowired
    ServedModels served;

    @Autowired
    TransactionTemplate transactions;

    @Value("${orderdesk.release}")
    String release;

    @BeforeEach
    @AfterEach
    void forget() {
        model().ifPresent(model -> repository.deleteDeployment(model.getDeploymentId(), true));
        transactions.executeWithoutResult(open -> deployed.set(Release.of(release)));
    }

    @Test
    void modelsOfANewerReleaseAreDeployedTogether() {
        deploy("99.0", STEP.formatted("sendContractDelegate"));

        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .extracting(ProcessDefinition::getDeploymentId)
                .containsOnly(model().orElseThrow().getDeploymentId());
        assertThat(lastRelease()).hasToString("99.0");
    }

    @Test
    void nodeOfAnOlderReleaseDeploysNothing() {
        transactions.executeWithoutResult(open -> deployed.set(Release.of("99.0")));
        deploy("98.7", STEP.formatted("sendContractDelegate"));

        assertThat(model()).isEmpty();
        assertThat(lastRelease()).hasToString("99.0");
    }

    @Test
    void jobsAreRunWhereTheBeansOfTheirModelAre() {
        deploy("99.0", STEP.formatted("sendContractDelegate"));
        served.look();

        assertThat(management.getRegisteredDeployments())
                .contains(model().orElseThrow().getDeploymentId());
    }

    @Test
    void jobsAreLeftToOthersWhereABeanOfTheirModelIsMissing() {
        deploy("99.0", STEP.formatted("delegateOfAnotherRelease"));
        served.look();

        assertThat(management.getRegisteredDeployments())
                .isNotEmpty()
                .doesNotContain(model().orElseThrow().getDeploymentId());
    }

    @Test
    void taskWhoseFormIsOfAnotherReleaseIsLeftAsItIs() {
        deploy("99.0", TASK);
        engine.getRuntimeService().startProcessInstanceByKey("of-another-release", "BAMS-1999-00001");
        String task = engine.getTaskService()
                .createTaskQuery()
                .processDefinitionKey("of-another-release")
                .singleResult()
                .getId();

        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(task, Map.of()))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .extracting(AnswersRefusedException.Refusal::messageKey)
                        .containsExactly("form.error.otherRelease"));
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .isOne();
    }

    @Test
    void ownModelsAreAllServed() {
        assertThat(repository.createProcessDefinitionQuery().list())
                .isNotEmpty()
                .allSatisfy(model ->
                        assertThat(management.getRegisteredDeployments()).contains(model.getDeploymentId()));
    }

    /** As another node does; the one that deploys would serve its models anyway. */
    private void deploy(String ofRelease, String element) {
        var models = new Models() {
            @Override
            Map<String, String> all() {
                Map<String, String> all = super.all();
                all.put("test/of-another-release.bpmn", MODEL.formatted(element));
                return all;
            }
        };
        new ModelDeployment(ofRelease, models, deployed, transactions).postProcessEngineBuild(engine);
        model().ifPresent(model -> management.unregisterDeploymentForJobExecutor(model.getDeploymentId()));
    }

    private Optional<ProcessDefinition> model() {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("of-another-release")
                .singleResult());
    }

    private Release lastRelease() {
        return transactions.execute(open -> deployed.lock());
    }
}
