package be.belnet.orderdesk.browser;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Lends one browser to all browser tests. Where none is to be had they are skipped, but fail when {@code CI=true}. */
class OneBrowser implements ExecutionCondition, ParameterResolver {
    private static final Logger LOG = LoggerFactory.getLogger(OneBrowser.class);
    private static final Namespace SHELF = Namespace.create(OneBrowser.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Lent lent = lent(context);
        if (lent.chromium != null) {
            return ConditionEvaluationResult.enabled("A browser is there");
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("Browser tests need a browser", lent.missing);
        }
        return ConditionEvaluationResult.disabled("No browser: " + reason(lent.missing));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return lent(context).chromium.browser();
    }

    private static Lent lent(ExtensionContext context) {
        return context.getRoot().getStore(SHELF).getOrComputeIfAbsent(Lent.class, key -> Lent.of(), Lent.class);
    }

    private static String reason(RuntimeException missing) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(missing);
        return missing.getMessage() + (cause == missing ? "" : ": " + cause.getMessage());
    }

    private record Lent(Chromium chromium, RuntimeException missing) implements CloseableResource {
        static Lent of() {
            try {
                return new Lent(new Chromium(), null);
            } catch (RuntimeException noBrowser) {
                LOG.warn("Browser tests are skipped, no browser is to be had: {}", reason(noBrowser));
                return new Lent(null, noBrowser);
            }
        }

        @Override
        public void close() {
            if (chromium != null) {
                chromium.close();
            }
        }
    }
}
