package be.belnet.orderdesk.dcs;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;

/**
 * Where days begin and end for certificate authorities: in UTC. Sectigo writes its moments so; HARICA and DigiCert write
 * none of a zone, and certificates themselves have theirs in UTC.
 */
public final class AuthorityTime {

    private AuthorityTime() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(UTC));
    }
}
