package be.belnet.orderdesk.workflow;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;

/** Hands a task's answers to the form desk instead of the engine's variables. */
record OrderTaskFormHandler(String form, TaskFormHandler engine, ObjectProvider<FormDesk> desk)
        implements TaskFormHandler {
    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        return FormKeys.forTasklist(engine.createTaskForm(task));
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
        engine.parseConfiguration(element, deployment, process, parse);
    }

    @Override
    public void submitFormVariables(VariableMap answers, VariableScope task) {
        desk.getObject().submitTask(form, (TaskEntity) task, answers);
    }
}
