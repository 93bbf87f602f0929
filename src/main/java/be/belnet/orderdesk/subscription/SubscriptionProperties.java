package be.belnet.orderdesk.subscription;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of subscriptions; application.yaml says what each is for.
 *
 * @param round how often Orderdesk looks which trials come to their end
 * @param hour of Brussels, from which mails about that leave
 * @param remindBefore working days before the last day of a trial on which it is reminded of
 * @param afterTrial what becomes of a trial that ends without notice
 */
@Validated
@ConfigurationProperties("orderdesk.subscriptions")
record SubscriptionProperties(
        @DefaultValue("PT10M") Duration round,
        @DefaultValue("9") @Min(0) @Max(23) int hour,
        @DefaultValue("10") @Min(1) @Max(60) int remindBefore,
        @DefaultValue("contract") AfterTrial afterTrial) {

    /** What becomes of a trial that ends without notice. */
    enum AfterTrial {
        /** The signed contract goes on, and the customer is told. */
        CONTRACT,
        /** The account manager settles it with the customer. */
        ASK
    }
}
