package be.belnet.orderdesk.security;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.test.context.TestComponent;

/** A bean that expressions can reach, and that tells whether one did. */
@TestComponent("probe")
public class Probe implements JavaDelegate {
    private final AtomicInteger touched = new AtomicInteger();

    @Override
    public void execute(DelegateExecution execution) {
        touch();
    }

    public String touch() {
        touched.incrementAndGet();
        return "desk1";
    }

    int touched() {
        return touched.get();
    }
}
