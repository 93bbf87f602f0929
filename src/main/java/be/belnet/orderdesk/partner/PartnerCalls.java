package be.belnet.orderdesk.partner;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.stereotype.Component;

/**
 * Counts and times what partners are asked for, by partner and outcome, at the ports of the services: there an answer is
 * read to its end, the wait before a gate is over, and an appliance that does not answer yet is no error.
 */
@Component
public class PartnerCalls {
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
        } catch (PartnerException failed) {
            outcome = outcome(failed);
            throw failed;
        } finally {
            begun.stop(timer(partner, outcome));
        }
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
