package be.belnet.orderdesk.digicert;

import be.belnet.orderdesk.digicert.DigiCertProperties.Retry;
import be.belnet.orderdesk.partner.PartnerBusyException;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Repeats reads that a busy or failing partner did not answer. A refusal is not repeated, nor are changes: there are none. */
class PatientReads {
    private final Retry retry;

    PatientReads(Retry retry) {
        this.retry = retry;
    }

    <T> T read(Supplier<T> call) {
        for (var attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (PartnerBusyException busy) {
                pause(busy, busy.retryAfter(), attempt);
            } catch (PartnerUnavailableException unavailable) {
                pause(unavailable, Optional.empty(), attempt);
            }
        }
    }

    private void pause(PartnerException failure, Optional<Duration> asked, int attempt) {
        var pause = asked.orElse(retry.pause());
        if (attempt >= retry.attempts() || pause.compareTo(retry.longestPause()) > 0) {
            throw failure;
        }
        var later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> {}, later).join();
    }
}
