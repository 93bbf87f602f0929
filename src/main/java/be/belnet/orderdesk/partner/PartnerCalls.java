package be.belnet.orderdesk.partner;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.stereotype.Component;

/**
 * Counts and times what partners are asked for, by partner and outcome, at the ports of the services: there an answer is
 * read to its end, the wait before a gate is over, and an appliance that does not answer yet is no error.
 */
@Component
public class PartnerCalls {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerCalls.class);

    /** Exceptions that mean an answer nobody understands; neither the database nor our own code throws them here. */
    private static final List<Class<? extends RuntimeException>> NOT_UNDERSTOOD = List.of(
            NullPointerException.class,
            IllegalArgumentException.class,
            DateTimeException.class,
            IndexOutOfBoundsException.class,
            NoSuchElementException.class,
            ClassCastException.class,
            ArithmeticException.class);

    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final String BUSY = "busy";
    private static final String UNAVAILABLE = "unavailable";
    private static final String UNKNOWN = "unknown";

    private final MeterRegistry registry;

    PartnerCalls(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The adapter, with each call of its port counted. */
    public <T> T counted(String partner, Class<T> port, T adapter) {
        List.of(DONE, REFUSED, BUSY, UNAVAILABLE, UNKNOWN).forEach(outcome -> timer(partner, outcome));
        var counted = new ProxyFactory(adapter);
        counted.addAdvice((MethodInterceptor) call -> count(partner, call));
        return port.cast(counted.getProxy());
    }

    private Object count(String partner, MethodInvocation call) throws Throwable {
        Timer.Sample begun = Timer.start(registry);
        String outcome = UNKNOWN;
        try {
            Object answer = call.proceed();
            outcome = DONE;
            return answer;
        } catch (RuntimeException failed) {
            RuntimeException told = told(partner, failed);
            outcome = told instanceof PartnerException kind ? outcome(kind) : UNKNOWN;
            throw told;
        } finally {
            begun.stop(timer(partner, outcome));
        }
    }

    /**
     * What an adapter stumbles over when an answer is nothing like what was agreed leaves the outcome unknown. Its own
     * message would quote the answer, and stays out.
     */
    static RuntimeException told(String partner, RuntimeException failed) {
        if (isOurOwn(failed) || NOT_UNDERSTOOD.stream().noneMatch(kind -> kind.isInstance(failed))) {
            return failed;
        }
        String kind = failed.getClass().getSimpleName();
        LOG.warn("{}: an answer is not understood: {} at {}", partner, kind, place(failed));
        return new OutcomeUnknownException(partner, "answers what is not understood (" + kind + ")");
    }

    /** An adapter that refuses what it is asked for, before it asks anybody. */
    private static boolean isOurOwn(RuntimeException failed) {
        StackTraceElement[] frames = failed.getStackTrace();
        return failed instanceof IllegalArgumentException
                && frames.length > 0
                && frames[0].getClassName().startsWith("be.belnet.");
    }

    private static String place(RuntimeException failed) {
        return Arrays.stream(failed.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("be.belnet."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("an unknown place");
    }

    private static String outcome(PartnerException failed) {
        if (failed instanceof PartnerRefusedException) {
            return REFUSED;
        }
        if (failed instanceof PartnerBusyException) {
            return BUSY;
        }
        return failed instanceof PartnerUnavailableException ? UNAVAILABLE : UNKNOWN;
    }

    private Timer timer(String partner, String outcome) {
        return Timer.builder("orderdesk.partner.calls")
                .description("What partners were asked for, and how it ended")
                .tags("partner", partner, "outcome", outcome)
                .register(registry);
    }
}
