package be.belnet.orderdesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.ProcessTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An order of an older release has a model that does not know the errors of today's delegates. */
@ProcessTest
class UnknownErrorTest {
    private static final String PROCESS = "unknown-error";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService processes;

    @Autowired
    ManagementService management;

    private String deployment;

    @AfterEach
    void forgetModel() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void errorThatItsModelDoesNotKnowFailsTheStepAndEndsNothing() {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        PROCESS + ".bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask("serviceTask_refuse")
                                .camundaAsyncBefore()
                                .camundaClass(Refusing.class)
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        ProcessInstance instance = processes.startProcessInstanceByKey(PROCESS, PROCESS);
        String job = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();

        assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("WildcardRefused");
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isOne();
    }

    /** A delegate of a later release. */
    public static class Refusing implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {
            throw new BpmnError("WildcardRefused");
        }
    }
}
