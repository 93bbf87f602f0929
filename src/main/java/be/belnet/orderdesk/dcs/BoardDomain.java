package be.belnet.orderdesk.dcs;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.dcs.CertificateDomain.State;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A domain as it stands on the board.
 *
 * @param since when it began to stand so
 * @param runOut its validation no longer counts, whatever is being done about it
 */
public record BoardDomain(CertificateDomain domain, Standing standing, Instant since, boolean runOut) {
    static BoardDomain of(CertificateDomain domain, LocalDate today) {
        Standing standing = Standing.of(domain, today);
        Instant since = standing == Standing.RUN_OUT
                ? domain.validUntil().plusDays(1).atStartOfDay(BRUSSELS).toInstant()
                : domain.stateSince();
        return new BoardDomain(
                domain,
                standing,
                since,
                domain.state() != State.GIVEN_UP && Standing.isBefore(domain.validUntil(), today));
    }
}
