package be.belnet.orderdesk.termination;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the end of services; application.yaml says what each is for.
 *
 * @param round how often Orderdesk looks which ends come near
 * @param hour of Brussels, from which mails about that leave
 * @param lookAhead days before the end from which on the customer is told
 * @param keepAppliance opening days that a stopped appliance is kept with its quarantine
 * @param operationsMail where service operations is warned; empty for the Service Desk's address
 */
@Validated
@ConfigurationProperties("orderdesk.termination")
record TerminationProperties(
        @DefaultValue("PT10M") Duration round,
        @DefaultValue("9") @Min(0) @Max(23) int hour,
        @DefaultValue("30") @Min(1) @Max(365) int lookAhead,
        @DefaultValue("10") @Min(0) @Max(365) int keepAppliance,
        @DefaultValue("") String operationsMail) {}
