package be.belnet.sandbox.fortimail;

import java.time.Instant;
import java.util.Map;

/**
 * A row of {@code fortimail_unit}.
 *
 * @param serial null while it runs without a valid licence
 */
record Unit(
        String machineId,
        String reference,
        String address,
        String hostName,
        String operationMode,
        String adminPassword,
        boolean restEnabled,
        String serial,
        int vcpus,
        boolean switchedOn,
        Instant answersFrom) {

    /** What a unit without licence calls itself. */
    static final String NO_SERIAL = "FEVM000000000000";

    private static final Map<Integer, Integer> MOST_DOMAINS = Map.of(1, 20, 2, 70, 4, 500, 8, 1000, 16, 1500);

    boolean answers(Instant now) {
        return switchedOn && !answersFrom.isAfter(now);
    }

    String shownSerial() {
        return serial == null ? NO_SERIAL : serial;
    }

    String model() {
        return "FortiMail-VM%02d".formatted(vcpus);
    }

    int mostDomains() {
        return MOST_DOMAINS.getOrDefault(vcpus, 20);
    }
}
