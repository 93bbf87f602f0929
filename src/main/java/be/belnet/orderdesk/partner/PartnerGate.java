package be.belnet.orderdesk.partner;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Lets one call to a partner through at a time, and no more in a minute and an hour than the partner allows, counted over
 * all nodes. Calls of one node come in turn, so that the database is asked by one of them alone. During the call itself no
 * database connection is held.
 */
public final class PartnerGate {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final GateRows rows;
    private final String partner;
    private final Limits limits;
    private final Semaphore turn = new Semaphore(1, true);

    PartnerGate(GateRows rows, String partner, Limits limits) {
        this.rows = rows;
        this.partner = partner;
        this.limits = limits;
    }

    /**
     * What {@code call} returns.
     *
     * @param counts whether the partner counts an answer as an error
     * @throws PartnerBusyException when another call takes longer than we are ready to wait, or as many were made as the
     *     partner allows; nothing was called
     */
    public <T> T pass(Supplier<T> call, Predicate<T> counts) {
        Instant patienceEnds = Instant.now().plus(limits.patience());
        awaitTurn();
        try {
            return pass(call, counts, patienceEnds);
        } finally {
            turn.release();
        }
    }

    private <T> T pass(Supplier<T> call, Predicate<T> counts, Instant patienceEnds) {
        String pass = UUID.randomUUID().toString();
        enter(pass, patienceEnds);
        boolean failed = false;
        try {
            T answer = call.get();
            failed = counts.test(answer);
            return answer;
        } finally {
            rows.leave(partner, pass, failed);
        }
    }

    private void awaitTurn() {
        try {
            if (!turn.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw othersUnderWay();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw othersUnderWay();
        }
    }

    private void enter(String pass, Instant patienceEnds) {
        while (!rows.enter(partner, pass, limits)) {
            if (Instant.now().isAfter(patienceEnds)) {
                throw othersUnderWay();
            }
            pause();
        }
    }

    private PartnerBusyException othersUnderWay() {
        return new PartnerBusyException(partner, limits.patience(), "other calls of ours are under way");
    }

    private static void pause() {
        var later = CompletableFuture.delayedExecutor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> {}, later).join();
    }

    /**
     * What a partner allows one account.
     *
     * @param patience how long a call waits for another one to end
     * @param lease how long a call that never ends holds up the others; longer than any call
     */
    public record Limits(
            @DefaultValue("100") @Positive int callsPerMinute,
            @DefaultValue("1000") @Positive int callsPerHour,
            @DefaultValue("10") @Positive int errorsPerHour,
            @DefaultValue("5s") @NotNull Duration patience,
            @DefaultValue("2m") @NotNull Duration lease) {}
}
