package be.belnet.orderdesk.workflow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts our own form handlers in the place of the engine's, for every user task and start event that names one of our
 * forms. Answers so reach the order file without ever becoming variables.
 */
@Component
class FormParseListener extends AbstractBpmnParseListener {
    private static final Pattern FORM_KEY = Pattern.compile("camunda-forms:/forms/([a-z0-9-]+)(/.*)?");

    private final ObjectProvider<FormDesk> desk;

    FormParseListener(ObjectProvider<FormDesk> desk) {
        this.desk = desk;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        form(element).ifPresent(name -> {
            TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            task.setTaskFormHandler(new OrderTaskFormHandler(name, task.getTaskFormHandler(), desk));
            task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, (TaskListener)
                    completed -> desk.getObject().requireAnswers(completed.getId()));
        });
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        element.elements("startEvent").stream()
                .filter(start ->
                        start.attribute("id").equals(process.getInitial().getId()))
                .findFirst()
                .flatMap(FormParseListener::form)
                .ifPresent(name -> process.setStartFormHandler(
                        new OrderStartFormHandler(name, process.getStartFormHandler(), desk)));
    }

    private static Optional<String> form(Element element) {
        return Optional.ofNullable(element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formKey"))
                .map(FORM_KEY::matcher)
                .filter(Matcher::matches)
                .map(key -> key.group(1));
    }
}
