package be.belnet.orderdesk.security;

import java.util.Map;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.context.ApplicationContext;

/**
 * Creates expressions that cannot be abused from a task query. The engine evaluates an expression without a variable
 * scope only for queries, whose text may come from a user (CVE-2026-109432).
 */
class GuardedExpressionManager extends SpringExpressionManager {
    GuardedExpressionManager(ApplicationContext context, Map<Object, Object> visibleBeans) {
        super(context, visibleBeans);
    }

    @Override
    public Expression createExpression(String text) {
        return new GuardedExpression(super.createExpression(text));
    }
}
