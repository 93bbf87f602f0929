package be.belnet.orderdesk.workflow;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a model needs of the node that runs it.
 *
 * @param beans those of its delegates and listeners, and those whose methods its expressions call
 * @param forms names of files, without ending
 */
record ModelNeeds(Set<String> beans, Set<String> forms) {
    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"[$#]\\{\\s*(\\w+)\\s*}\"");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern CALL = Pattern.compile("(?<![\\w.'])([A-Za-z_]\\w*)\\.\\w+\\(");
    private static final Pattern FORM = Pattern.compile("camunda-forms:/forms/([a-z0-9-]+)");

    /** What the engine itself gives to expressions. */
    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task", "externalTask", "caseExecution");

    /** @param model BPMN as text */
    static ModelNeeds of(String model) {
        Set<String> beans = found(DELEGATE, model);
        EXPRESSION.matcher(model).results().forEach(expression -> beans.addAll(found(CALL, expression.group(1))));
        beans.removeAll(OF_THE_ENGINE);
        return new ModelNeeds(beans, found(FORM, model));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
