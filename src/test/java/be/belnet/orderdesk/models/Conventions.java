package be.belnet.orderdesk.models;

import static be.belnet.orderdesk.models.ProcessModel.words;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** How models, code and forms hang together. Each check answers with one line per fault, none when all is well. */
public record Conventions(Collection<ProcessModel> models, SourceTree sources) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> GROUPS =
            Set.of("serviceDesk", "customerRelations", "technicalAdvisers", "serviceOperations", "managers");
    private static final Set<String> ORDER_STATES = Set.of("completed", "rejected", "withdrawn", "cancelled");
    private static final Set<String> TURNS = Set.of("customer", "supplier");
    private static final Pattern DUE =
            Pattern.compile("\\$\\{(openingDays\\.dueIn\\([1-9]\\d?\\)|deliveryDueDate\\.of\\(execution\\))}");
    private static final Pattern DELEGATE = Pattern.compile("\\$\\{(\\w+Delegate)}");
    private static final Pattern CONDITION =
            Pattern.compile("\\$\\{(\\w+) == (true|false|'\\w+')( \\|\\| \\1 == '\\w+')*}");
    private static final Pattern ANSWER = Pattern.compile("(\\w+) == '(\\w+)'");
    private static final Pattern DECISION = Pattern.compile("([\\w-]+)\\.dmn");
    /** Ways to run code from a model that say nothing about what it does there. */
    private static final List<String> HIDDEN_CODE = List.of("class", "expression", "decisionRef", "type", "resource");

    /**
     * {@code Order licence} is {@code serviceTask_orderLicence}; joins and what waits for the first of several events have no
     * name and any id of their type.
     */
    public List<String> brokenNames(ProcessModel model) {
        return faults(model.nodes(), node -> {
            if (node.getName() == null) {
                return isNameless(node) && node.getId().startsWith(type(node) + "_")
                        ? null
                        : node.getId() + " needs a name";
            }
            var id = type(node) + "_" + camelCase(node.getName());
            return node.getId().equals(id) ? null : "%s should be %s".formatted(node.getId(), id);
        });
    }

    private static boolean isNameless(FlowNode node) {
        return node instanceof Gateway
                && (isJoin(node) || node instanceof ParallelGateway || node instanceof EventBasedGateway);
    }

    /** The file is named as its process, and the process has a name and a business key that someone can look up. */
    public List<String> brokenProcess(ProcessModel model) {
        var process = model.process();
        return faults(List.of(process), any -> {
            if (!model.file().getFileName().toString().equals(process.getId() + ".bpmn")) {
                return "%s is named %s".formatted(process.getId(), model.file());
            }
            if (!process.isExecutable() || process.getCamundaHistoryTimeToLiveString() == null) {
                return process.getId() + " is not executable or has no history time to live";
            }
            return documentation(process).contains("Business key:") ? null : process.getId() + " tells no business key";
        });
    }

    public List<String> missingDelegates(ProcessModel model) {
        return faults(automated(model).toList(), node -> {
            var bean = stem(node) + "Delegate";
            var called = String.valueOf(camunda(node, "delegateExpression"));
            if (!called.equals("${" + bean + "}")) {
                return "%s calls %s instead of ${%s}".formatted(node.getId(), called, bean);
            }
            return sources.delegates().contains(capital(bean))
                    ? null
                    : "%s has no class %s".formatted(node.getId(), capital(bean));
        });
    }

    /** Delegates that no model calls. */
    public List<String> idleDelegates() {
        var called = models.stream()
                .flatMap(Conventions::delegateExpressions)
                .map(DELEGATE::matcher)
                .filter(Matcher::matches)
                .map(found -> capital(found.group(1)))
                .collect(Collectors.toSet());
        return new TreeSet<>(sources.delegates())
                .stream()
                        .filter(name -> !called.contains(name))
                        .map(name -> "no task calls " + name)
                        .toList();
    }

    /** Delegates that have an effect under a name that is not their task's. */
    public List<String> misnamedEffects() {
        return sources.effects().entrySet().stream()
                .filter(effect -> !effect.getKey().equals(capital(effect.getValue()) + "Delegate"))
                .map(effect -> "%s has the effect %s".formatted(effect.getKey(), effect.getValue()))
                .sorted()
                .toList();
    }

    private static Stream<String> delegateExpressions(ProcessModel model) {
        var tasks = automated(model).map(node -> camunda(node, "delegateExpression"));
        var messages =
                model.all(MessageEventDefinition.class).stream().map(event -> event.getCamundaDelegateExpression());
        return Stream.concat(tasks, messages).filter(Objects::nonNull);
    }

    /** Events that send a message have a delegate do it. */
    public List<String> unsentMessages(ProcessModel model) {
        return faults(model.all(MessageEventDefinition.class), event -> {
            if (!(event.getParentElement() instanceof ThrowEvent end)) {
                return null;
            }
            var delegate = DELEGATE.matcher(String.valueOf(event.getCamundaDelegateExpression()));
            return delegate.matches() && sources.delegates().contains(capital(delegate.group(1)))
                    ? null
                    : words(end) + " has no delegate that sends its message";
        });
    }

    /** Called processes, decisions named in documentation, messages that main code correlates and errors it throws. */
    public List<String> danglingReferences(ProcessModel model) {
        var processes = models.stream().map(ProcessModel::toString).collect(Collectors.toSet());
        var calls = faults(
                model.all(CallActivity.class),
                call -> processes.contains(call.getCalledElement())
                        ? null
                        : "%s calls the unknown process %s".formatted(call.getId(), call.getCalledElement()));
        var messages = faults(
                model.all(Message.class),
                message ->
                        sources.mentions(message.getName()) ? null : "nobody sends the message " + message.getName());
        var errors = faults(
                model.all(Error.class),
                error -> sources.mentions(error.getErrorCode()) ? null : "nobody throws " + error.getErrorCode());
        var decisions = faults(model.all(BusinessRuleTask.class), this::missingDecision);
        return Stream.of(calls, messages, errors, decisions)
                .flatMap(List::stream)
                .toList();
    }

    /** Tasks and files of what is called are found by the caller's number. */
    public List<String> callsWithoutNumber(ProcessModel model) {
        return faults(
                model.all(CallActivity.class),
                call -> passesNumber(call) ? null : call.getId() + " does not pass its business key on");
    }

    private static boolean passesNumber(CallActivity call) {
        return call.getExtensionElements() != null
                && call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                        .anyMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()));
    }

    private String missingDecision(BusinessRuleTask task) {
        var named = DECISION.matcher(documentation(task));
        if (!named.find()) {
            return task.getId() + " names no decision";
        }
        return sources.decisions().contains(named.group(1))
                ? null
                : "%s names the unknown decision %s".formatted(task.getId(), named.group(1));
    }

    /** {@code userTask_determineNeeds} shows {@code determine-needs.form}. */
    public List<String> brokenForms(ProcessModel model) {
        return faults(model.nodes(), node -> {
            var form = kebab(stem(node));
            var key = camunda(node, "formKey");
            if (key == null) {
                return node instanceof UserTask ? node.getId() + " has no form" : null;
            }
            var wanted = "camunda-forms:/forms/" + form + (node instanceof UserTask ? "/${task.id}" : "");
            if (!key.equals(wanted)) {
                return "%s shows %s instead of %s".formatted(node.getId(), key, wanted);
            }
            return sources.forms().contains(form) ? null : "%s has no form %s.form".formatted(node.getId(), form);
        });
    }

    /** Each user task is for known groups, by a day; only account managers' tasks have one person from the start. */
    public List<String> nobodysTasks(ProcessModel model) {
        return faults(model.all(UserTask.class), task -> {
            var groups = task.getCamundaCandidateGroupsList();
            if (groups.isEmpty() || !GROUPS.containsAll(groups)) {
                return "%s is for %s".formatted(task.getId(), groups);
            }
            if (!DUE.matcher(String.valueOf(task.getCamundaDueDate())).matches()) {
                return "%s is due %s".formatted(task.getId(), task.getCamundaDueDate());
            }
            var assignee = task.getCamundaAssignee();
            return assignee == null || assignee.equals("${accountManager}") && groups.contains("customerRelations")
                    ? null
                    : "%s is assigned to %s".formatted(task.getId(), assignee);
        });
    }

    /** A question's ways out carry conditions over the variable of the same name, all but the default one. */
    public List<String> brokenQuestions(ProcessModel model) {
        return faults(model.flows(), flow -> {
            if (!isChoice(flow.getSource())) {
                return flow.getConditionExpression() == null ? null : words(flow) + " has a condition but no question";
            }
            if (flow.getName() == null) {
                return words(flow) + " does not answer the question";
            }
            return isDefault(flow) ? conditionOfDefault(flow) : brokenCondition(flow);
        });
    }

    private static String conditionOfDefault(SequenceFlow flow) {
        return flow.getConditionExpression() == null ? null : words(flow) + " is the default and has a condition";
    }

    private String brokenCondition(SequenceFlow flow) {
        var condition = flow.getConditionExpression();
        var read = CONDITION.matcher(condition == null ? "" : condition.getTextContent());
        if (!read.matches() || !read.group(1).equals(stem(flow.getSource()))) {
            return "%s does not ask for %s".formatted(words(flow), stem(flow.getSource()));
        }
        return sources.variables().contains(read.group(1))
                ? null
                : "%s asks for %s, which no ProcessVariable declares".formatted(words(flow), read.group(1));
    }

    /** Each word that a condition compares with is an answer that some form offers or some decision concludes. */
    public List<String> answersNobodyGives(ProcessModel model) {
        return model.flows().stream()
                .filter(flow -> flow.getConditionExpression() != null)
                .flatMap(flow -> ANSWER.matcher(flow.getConditionExpression().getTextContent())
                        .results()
                        .filter(answer -> !sources.offers(answer.group(1), answer.group(2)))
                        .map(answer -> "%s waits for %s, which no form or decision offers"
                                .formatted(words(flow), answer.group(2))))
                .sorted()
                .toList();
    }

    /** Gateways either split or join; everything else has one way in and one way out. */
    public List<String> muddledFlows(ProcessModel model) {
        return faults(model.nodes(), node -> {
            var in = waysIn(node);
            var out = waysOut(node);
            var fine = node instanceof Gateway
                    ? Math.min(in, out) == 1 && Math.max(in, out) > 1
                    : in == (startsByItself(node) ? 0 : 1) && out == (endsHere(node) ? 0 : 1);
            return fine ? null : "%s has %d ways in and %d out".formatted(words(node), in, out);
        });
    }

    public List<String> splitsWithoutDefault(ProcessModel model) {
        return faults(
                model.all(ExclusiveGateway.class),
                gateway ->
                        isChoice(gateway) && gateway.getDefault() == null ? words(gateway) + " has no default" : null);
    }

    private static boolean startsByItself(FlowNode node) {
        return node instanceof StartEvent
                || node instanceof BoundaryEvent
                || node instanceof SubProcess frame && frame.triggeredByEvent();
    }

    private static boolean endsHere(FlowNode node) {
        return node instanceof EndEvent || node instanceof SubProcess frame && frame.triggeredByEvent();
    }

    /** A save point before every automated step and every parallel join, none of them shared with another job. */
    public List<String> missingSavePoints(ProcessModel model) {
        var joins = model.all(ParallelGateway.class).stream().filter(Conventions::isJoin);
        return faults(
                Stream.<FlowNode>concat(automated(model), joins).toList(),
                node -> node.isCamundaAsyncBefore() && node.isCamundaExclusive()
                        ? null
                        : words(node) + " has no save point of its own");
    }

    /** Each automated step tells which system it speaks to and whether it is safe to repeat. */
    public List<String> silentSteps(ProcessModel model) {
        return faults(
                automated(model).toList(),
                node -> documentation(node).toLowerCase(Locale.ROOT).contains("safe to repeat")
                        ? null
                        : words(node) + " does not say whether it is safe to repeat");
    }

    /** Scripts, listeners, lanes and any code that is not a delegate named after its task. */
    public List<String> hiddenCode(ProcessModel model) {
        var forbidden = Stream.of(
                        ScriptTask.class,
                        SendTask.class,
                        Lane.class,
                        CamundaScript.class,
                        CamundaExecutionListener.class,
                        CamundaTaskListener.class)
                .flatMap(type -> model.all(type).stream())
                .map(element -> "there is a " + element.getElementType().getTypeName());
        var code = model.nodes().stream().flatMap(node -> HIDDEN_CODE.stream()
                .filter(attribute -> camunda(node, attribute) != null)
                .map(attribute -> "%s has camunda:%s".formatted(words(node), attribute)));
        return Stream.concat(forbidden, code).toList();
    }

    /** Ends of orders tell the order's last state, waits tell whose turn it is, both in words the order file knows. */
    public List<String> brokenProperties(ProcessModel model) {
        return faults(model.all(FlowNode.class), node -> {
            var state = property(node, "orderState");
            if (needsOrderState(model, node) ? !ORDER_STATES.contains(String.valueOf(state)) : state != null) {
                return "%s says orderState %s".formatted(words(node), state);
            }
            var turn = property(node, "turn");
            return turn == null || TURNS.contains(turn) ? null : "%s says turn %s".formatted(words(node), turn);
        });
    }

    private static boolean needsOrderState(ProcessModel model, FlowNode node) {
        var frame = node.getParentElement();
        var endsTheOrder = frame instanceof Process || frame instanceof SubProcess part && interrupts(part);
        return node instanceof EndEvent end && endsTheOrder && hasAFile(model) && tellsNobody(end);
    }

    /** Opens an order file when it starts, unless it says that it has none, and so closes it when it ends. */
    private static boolean hasAFile(ProcessModel model) {
        String words = documentation(model.process());
        return words.contains("Business key: the number of its file")
                || !words.contains("It has no order file.") && hasAStartForm(model);
    }

    private static boolean hasAStartForm(ProcessModel model) {
        return model.process().getChildElementsByType(StartEvent.class).stream()
                .anyMatch(start -> start.getCamundaFormKey() != null);
    }

    /** One that throws a message leaves the closing to who hears it. */
    private static boolean tellsNobody(EndEvent end) {
        return end.getEventDefinitions().isEmpty();
    }

    /** Takes the place of everything else of the order. */
    private static boolean interrupts(SubProcess part) {
        return part.triggeredByEvent()
                && part.getChildElementsByType(StartEvent.class).stream().allMatch(StartEvent::isInterrupting);
    }

    /** Form files of one name would overwrite each other once deployed. */
    public List<String> formsOfOneName() {
        return sources.files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".form"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(name -> name.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Stream<Activity> automated(ProcessModel model) {
        return Stream.concat(model.all(ServiceTask.class).stream(), model.all(BusinessRuleTask.class).stream());
    }

    private static boolean isChoice(FlowNode node) {
        return node instanceof ExclusiveGateway && waysOut(node) > 1;
    }

    private static boolean isJoin(FlowNode node) {
        return waysIn(node) > 1;
    }

    /** Counted by the flows themselves: what a node says about them may be stale. */
    private static int waysIn(FlowNode node) {
        return ways(flow -> node.equals(flow.getTarget()), node);
    }

    private static int waysOut(FlowNode node) {
        return ways(flow -> node.equals(flow.getSource()), node);
    }

    private static int ways(Predicate<SequenceFlow> condition, FlowNode node) {
        return (int) node.getModelInstance().getModelElementsByType(SequenceFlow.class).stream()
                .filter(condition)
                .count();
    }

    private static boolean isDefault(SequenceFlow flow) {
        return flow.getSource() instanceof ExclusiveGateway gateway && flow.equals(gateway.getDefault());
    }

    private static String type(FlowNode node) {
        return node instanceof Gateway ? "gateway" : node.getElementType().getTypeName();
    }

    private static String stem(FlowElement element) {
        return element.getId().substring(element.getId().indexOf('_') + 1);
    }

    /** {@code Send DCS contract} becomes {@code sendDcsContract}. */
    static String camelCase(String name) {
        var joined = Stream.of(name.split("[^\\p{Alnum}]+"))
                .map(word -> capital(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
        return joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
    }

    private static String kebab(String stem) {
        return stem.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String camunda(FlowNode node, String attribute) {
        return node.getAttributeValueNs(CAMUNDA, attribute);
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(ModelElementInstance::getTextContent)
                .collect(Collectors.joining(" "));
    }

    private static String property(FlowNode node, String name) {
        if (node.getExtensionElements() == null) {
            return null;
        }
        return node.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(null);
    }

    /** @param check answers with the fault, or null */
    private static <T> List<String> faults(Collection<? extends T> elements, Function<T, String> check) {
        return elements.stream()
                .map(check::apply)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }
}
