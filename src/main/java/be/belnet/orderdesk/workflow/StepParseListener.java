package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Turn;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets every task, and what else takes time, tell the order file when it is entered and left, and an end event with the
 * property {@code orderState} close the file. The property {@code turn} of a task says who acts there; Belnet, where it is
 * silent.
 */
@Component
class StepParseListener extends AbstractBpmnParseListener {
    private final ObjectProvider<StepRecorder> recorder;

    StepParseListener(ObjectProvider<StepRecorder> recorder) {
        this.recorder = recorder;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        follow(element, activity);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        follow(element, activity);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        follow(element, activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        follow(element, activity);
    }

    /** Where a process waits for whatever comes first. */
    @Override
    public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        follow(element, activity);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        follow(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        property(element, "orderState")
                .map(OrderState::of)
                .ifPresent(state -> activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                        execution -> recorder.getObject().close(execution, state)));
    }

    private void follow(Element element, ActivityImpl activity) {
        Expression turn = Context.getProcessEngineConfiguration()
                .getExpressionManager()
                .createExpression(property(element, "turn").orElse(Turn.BELNET.code()));
        activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                execution -> recorder.getObject().enter(execution, turn));
        activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                execution -> recorder.getObject().leave(execution));
    }

    private static Optional<String> property(Element element, String name) {
        return Optional.ofNullable(element.element("extensionElements"))
                .map(extensions -> extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties"))
                .map(StepParseListener::properties)
                .map(properties -> properties.get(name));
    }

    private static Map<String, String> properties(Element properties) {
        return properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property").stream()
                .collect(Collectors.toMap(
                        property -> property.attribute("name"), property -> property.attribute("value")));
    }
}
