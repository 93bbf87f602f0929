package be.belnet.orderdesk.security;

import be.belnet.orderdesk.workflow.VisibleToModels;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What the attacks of {@link GuardsAtStart} reach for: does nothing but count. Expressions want it public. */
@Component
@VisibleToModels
public class GuardProbe {
    private final AtomicInteger touched = new AtomicInteger();

    /** Nobody's name. */
    public String touch() {
        touched.incrementAndGet();
        return "";
    }

    int touched() {
        return touched.get();
    }
}
