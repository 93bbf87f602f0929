package be.belnet.orderdesk.models;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What a process does by itself once a user task is completed, until it waits again: for a person, a message, a day. All ways are
 * followed, whatever their conditions, into processes that are called and out of those that end.
 */
public final class StepsAtOnce {
    private final Map<String, ProcessModel> models;

    public StepsAtOnce(Collection<ProcessModel> models) {
        this.models = models.stream().collect(Collectors.toMap(ProcessModel::toString, Function.identity()));
    }

    /** Names of the beans that do it, such as {@code sendContractDelegate}. */
    public Set<String> after(UserTask task) {
        Set<FlowNode> reached = new LinkedHashSet<>();
        leave(task, reached);
        return reached.stream()
                .flatMap(StepsAtOnce::expressions)
                .map(expression -> expression.replaceAll("[${}]", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void enter(FlowNode node, Set<FlowNode> reached) {
        if (waits(node) || !reached.add(node)) {
            return;
        }
        if (node instanceof CallActivity call) {
            starts(models.get(call.getCalledElement()).process()).forEach(start -> enter(start, reached));
        } else if (node instanceof SubProcess scope) {
            starts(scope).forEach(start -> enter(start, reached));
        } else {
            leave(node, reached);
        }
    }

    private void leave(FlowNode node, Set<FlowNode> reached) {
        node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(next -> enter(next, reached));
        refusals(node).forEach(refused -> enter(refused, reached));
        if (node instanceof EndEvent) {
            scopesThatEnd(node.getParentElement()).forEach(scope -> leave(scope, reached));
        }
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof EventBasedGateway
                || node instanceof IntermediateCatchEvent;
    }

    private static Stream<StartEvent> starts(ModelElementInstance scope) {
        return scope.getChildElementsByType(StartEvent.class).stream()
                .filter(start -> start.getEventDefinitions().isEmpty());
    }

    private static Stream<BoundaryEvent> refusals(FlowNode node) {
        return node instanceof UserTask || !(node instanceof Activity)
                ? Stream.empty()
                : node.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
                        .filter(event -> event.getAttachedTo().equals(node))
                        .filter(event ->
                                event.getEventDefinitions().stream().anyMatch(ErrorEventDefinition.class::isInstance));
    }

    /** The sub-process, or the calls of the process; an event's own sub-process leads nowhere. */
    private Stream<FlowNode> scopesThatEnd(ModelElementInstance scope) {
        if (scope instanceof SubProcess inner) {
            return inner.triggeredByEvent() ? Stream.empty() : Stream.of(inner);
        }
        String ended = ((Process) scope).getId();
        return models.values().stream()
                .flatMap(model -> model.all(CallActivity.class).stream())
                .filter(call -> ended.equals(call.getCalledElement()))
                .map(FlowNode.class::cast);
    }

    private static Stream<String> expressions(FlowNode node) {
        String own = node.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression");
        Stream<String> thrown = node.getChildElementsByType(MessageEventDefinition.class).stream()
                .map(MessageEventDefinition::getCamundaDelegateExpression);
        return Stream.concat(Stream.ofNullable(own), thrown.filter(expression -> expression != null));
    }
}
