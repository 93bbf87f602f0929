package be.belnet.orderdesk.security;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;

/** An expression that, without a variable scope, may only ask who is signed in, what time it is, and when so many
 * opening days ago were over. */
class GuardedExpression implements Expression {
    static final String REFUSED = "Expression refused";

    private static final Pattern HARMLESS = Pattern.compile(
            "[$#]\\{\\s*((currentUser|currentUserGroups|now)\\(\\s*\\)|openingDays\\.daysAgo\\(\\d{1,2}\\))\\s*}");

    private final Expression expression;

    GuardedExpression(Expression expression) {
        this.expression = expression;
    }

    /** @throws BadUserRequestException without a scope, for anything but the harmless four */
    @Override
    public Object getValue(VariableScope scope) {
        check(scope);
        return expression.getValue(scope);
    }

    /** @throws BadUserRequestException without a scope, for anything but the harmless four */
    @Override
    public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
        check(scope);
        return expression.getValue(scope, execution);
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        check(scope);
        expression.setValue(value, scope);
    }

    @Override
    public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
        check(scope);
        expression.setValue(value, scope, execution);
    }

    @Override
    public String getExpressionText() {
        return expression.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return expression.isLiteralText();
    }

    private void check(VariableScope scope) {
        if (scope == null
                && !isLiteralText()
                && !HARMLESS.matcher(getExpressionText()).matches()) {
            throw new BadUserRequestException(
                    REFUSED + ": queries know currentUser(), currentUserGroups(), now()," + " openingDays.daysAgo(n)");
        }
    }
}
