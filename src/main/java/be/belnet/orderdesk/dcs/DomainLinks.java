package be.belnet.orderdesk.dcs;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.link.SignedTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Links to the page of a file's domains. Whoever has one may act for the customer until it expires, so none is logged or
 * kept but in the mail that it is sent by.
 */
@Component
public class DomainLinks {
    private final SignedTokens tokens;
    private final Duration valid;
    private final String address;
    private final Clock clock;

    DomainLinks(DomainPageProperties properties, @Value("${orderdesk.address}") String address, Clock clock) {
        this.tokens = new SignedTokens(properties.secret(), "page of domains");
        this.valid = properties.linkValid();
        this.address = address;
        this.clock = clock;
    }

    /** @param until last day on which it surely works, in Brussels */
    public record Link(String address, LocalDate until) {
        /** Without the address. */
        @Override
        public String toString() {
            return "Link[until=%s]".formatted(until);
        }
    }

    /** What a token stands for. */
    public record Pass(String orderNumber, boolean expired) {}

    /** A new link; earlier ones work on. */
    public Link to(String orderNumber) {
        Instant end = clock.instant().plus(valid);
        return new Link(
                address + "/domains/" + tokens.token(orderNumber, end),
                end.atZone(BRUSSELS).toLocalDate().minusDays(1));
    }

    /** Empty for a token that is not of our making. */
    public Optional<Pass> check(String token) {
        return tokens.read(token)
                .map(signed -> new Pass(signed.orderNumber(), !clock.instant().isBefore(signed.end())));
    }
}
