package be.belnet.orderdesk.feedback;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.link.SignedTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Links to the page where a customer says whether its order was useful to it. */
@Component
public class FeedbackLinks {
    private final SignedTokens tokens;
    private final Duration valid;
    private final String address;
    private final Clock clock;

    FeedbackLinks(FeedbackProperties properties, @Value("${orderdesk.address}") String address, Clock clock) {
        this.tokens = new SignedTokens(properties.secret(), "was it useful");
        this.valid = properties.linkValid();
        this.address = address;
        this.clock = clock;
    }

    /** What a token stands for. */
    record Pass(String orderNumber, boolean expired) {}

    /** What the model of an order's last mail has besides, so that it asks: a new link, and until when it works. */
    public Map<String, Object> invitation(String orderNumber) {
        Instant end = clock.instant().plus(valid);
        LocalDate lastWholeDay = end.atZone(BRUSSELS).toLocalDate().minusDays(1);
        return Map.of(
                "feedbackLink",
                address + FeedbackSheets.PATH + tokens.token(orderNumber, end),
                "feedbackUntil",
                lastWholeDay);
    }

    /** Empty for a token that is not of our making. */
    Optional<Pass> check(String token) {
        return tokens.read(token)
                .map(signed -> new Pass(signed.orderNumber(), !clock.instant().isBefore(signed.end())));
    }
}
