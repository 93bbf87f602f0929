package be.belnet.orderdesk.workflow;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;

/** Hands the answers of a start form to the form desk instead of the engine's variables. */
record OrderStartFormHandler(String form, StartFormHandler engine, ObjectProvider<FormDesk> desk)
        implements StartFormHandler {
    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity process) {
        return FormKeys.forTasklist(engine.createStartFormData(process));
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
        engine.parseConfiguration(element, deployment, process, parse);
    }

    @Override
    public void submitFormVariables(VariableMap answers, VariableScope process) {
        desk.getObject().submitStart(form, (ExecutionEntity) process, answers);
    }
}
