package be.belnet.orderdesk.partner;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How patiently to call a partner.
 *
 * @param connectTimeout until the connection stands
 * @param readTimeout from sending the request to the last byte of the answer
 * @param answerLimit longer answers are refused
 */
public record PartnerConnection(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("2MB") DataSize answerLimit) {

    /** Until one call has failed at the latest. */
    public Duration longestCall() {
        return connectTimeout.plus(readTimeout);
    }

    public static PartnerConnection usual() {
        return new PartnerConnection(Duration.ofSeconds(5), Duration.ofSeconds(30), DataSize.ofMegabytes(2));
    }
}
