package be.belnet.sandbox.faults;

import be.belnet.sandbox.partner.PartnerCall;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A fault that is switched on.
 *
 * @param calls null for a fault of look-ups
 * @param path regular expression to be found in the path below the partner's root; null hits every path
 * @param times how many calls it still hits; null until it is switched off
 * @param seconds how late, how long or how new, as the fault has it; null where it needs none
 * @param status of a server error; null for other faults
 * @param message for the caller; null for the partner's usual words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultSwitch(
        String partner,
        Fault fault,
        Calls calls,
        String path,
        Integer times,
        BigDecimal seconds,
        Integer status,
        String message) {

    public FaultSwitch {
        seconds = seconds == null ? null : plain(seconds);
    }

    /** Whether it hits this call on the wire; look-ups are hit where they are answered. */
    boolean hits(PartnerCall call, boolean change) {
        return calls != null && calls.include(change) && fits(call);
    }

    boolean fits(PartnerCall call) {
        return path == null || Pattern.compile(path).matcher(call.path()).find();
    }

    /** Whether it is too new for a late look-up. */
    boolean hides(Instant madeAt) {
        return madeAt.isAfter(Instant.now().minus(duration()));
    }

    Duration duration() {
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }

    /** 60 rather than 60.000 or 6E+1. */
    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
