package be.belnet.orderdesk.failure;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderNumbers;
import be.belnet.orderdesk.workflow.FailedJob;
import be.belnet.orderdesk.workflow.FailedJobs;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Failed steps of orders, and of what has no order such as a reconciliation, until they go on. */
@Service
@Transactional
public class Failures implements FailedJobs {
    private static final String SERIES = "FAIL";

    private final FailureRows rows;
    private final Causes causes;
    private final OrderFile orders;
    private final OrderNumbers numbers;
    private final Clock clock;

    Failures(FailureRows rows, Causes causes, OrderFile orders, OrderNumbers numbers, Clock clock) {
        this.rows = rows;
        this.causes = causes;
        this.orders = orders;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public void note(FailedJob job) {
        Causes.Cause cause = causes.of(job);
        rows.add(new FailedStep(
                job.id(),
                job.orderNumber(),
                job.activity(),
                cause.partner(),
                cause.key(),
                cause.words(),
                clock.instant(),
                null));
        if (isOfOrder(job.orderNumber())) {
            orders.record(job.orderNumber(), "stepFailed", Map.of("activity", job.activity(), "reason", cause.words()));
        }
    }

    /** Whether a step's number is an order's or another file's, which tells what becomes of it and can be left. */
    @Transactional(readOnly = true)
    public boolean isOfOrder(String number) {
        return orders.find(number).isPresent();
    }

    /** Steps that wait for a decision, or to be gathered for one; oldest first. */
    @Transactional(readOnly = true)
    public List<FailedStep> all() {
        return rows.all();
    }

    /** What is still failed of a failure. */
    @Transactional(readOnly = true)
    public List<FailedStep> of(String failure) {
        return rows.of(failure);
    }

    @Transactional(readOnly = true)
    public List<FailedStep> ofOrder(String orderNumber) {
        return rows.ofOrder(orderNumber);
    }

    /** The step goes on, or its order does without. */
    public void settle(FailedStep step) {
        rows.remove(step.jobId());
    }

    /** Holds the other nodes' rounds until the caller's transaction ends. */
    public void beginRound() {
        rows.lock();
    }

    /** Gathers new failed steps into the failure of their cause; the failures that had to be opened. */
    public List<Failure> gather() {
        Set<String> newCauses =
                rows.ungathered().stream().map(FailedStep::cause).collect(Collectors.toSet());
        Set<String> known = rows.open().stream().map(Failure::cause).collect(Collectors.toSet());
        List<Failure> opened = newCauses.stream()
                .filter(cause -> !known.contains(cause))
                .map(this::open)
                .toList();
        newCauses.forEach(
                cause -> rows.gather(cause, rows.openOf(cause).orElseThrow().number()));
        return opened;
    }

    /** Failures of which nothing is failed any more. */
    @Transactional(readOnly = true)
    public List<Failure> over() {
        return rows.open().stream()
                .filter(failure -> rows.of(failure.number()).isEmpty())
                .toList();
    }

    public void close(String failure) {
        rows.close(failure, clock.instant());
    }

    private Failure open(String cause) {
        Failure failure = new Failure(numbers.next(SERIES), cause);
        rows.open(failure, clock.instant());
        return failure;
    }
}
