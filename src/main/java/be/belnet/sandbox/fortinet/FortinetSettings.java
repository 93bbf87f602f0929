package be.belnet.sandbox.fortinet;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param clients what a log-in may be for ({@code client_id}), each with the life of its tokens
 * @param entitlementsKey {@code entitlements}, or {@code vms} as some answers of the real service have it
 * @param licenceFileAtRegistration false: the file has to be fetched with {@code licenses/download}
 */
@ConfigurationProperties("sandbox.fortinet")
record FortinetSettings(
        String username,
        String password,
        Map<String, Duration> clients,
        Program program,
        Limits limits,
        String entitlementsKey,
        boolean licenceFileAtRegistration) {

    /** The program that a new world starts with. */
    record Program(String serialNumber, int accountId, int points) {}

    /** What one API user may do; 0 means no limit. */
    record Limits(int callsPerMinute, int callsPerHour, int errorsPerHour, boolean singleFlight) {}
}
