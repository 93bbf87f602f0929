package be.belnet.orderdesk.bams;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of mail security; application.yaml says what each is for.
 *
 * @param mxDomain below which each customer's appliance has its name
 * @param watch how often appliances being built are looked at
 * @param firstLooks how long after it was created an appliance is looked at apart from these rounds
 * @param answerWithin how long an appliance may take to be built and to answer before a person looks
 * @param deliveryDays opening days from the signed contract to the appliance in the customer's hands (B8)
 * @param licenceRoute where licences come from
 * @param distributor who sells them, where they come from a distributor
 * @param licenceExtension when and by how much licences are extended
 */
@Validated
@ConfigurationProperties("orderdesk.bams")
public record BamsProperties(
        @DefaultValue("mx.bams.belnet.example") @NotBlank String mxDomain,
        @DefaultValue("PT5S") Duration watch,
        @DefaultValue({"PT0S", "PT0.3S", "PT1.5S"}) List<Duration> firstLooks,
        @DefaultValue("PT30M") Duration answerWithin,
        @DefaultValue("5") @Min(1) int deliveryDays,
        @DefaultValue("fortiflex") LicenceRoute licenceRoute,
        @NotNull @Valid Distributor distributor,
        @DefaultValue LicenceExtension licenceExtension) {

    /** Where licences come from. */
    public enum LicenceRoute {
        /** Fortinet's points program, at once. */
        FORTIFLEX,
        /** A purchase order by mail; a registration code comes back days later. */
        DISTRIBUTOR
    }

    /** @param language of its mails: nl, fr, en or de */
    public record Distributor(
            @NotBlank String name,
            @NotBlank @Email String email,
            @Pattern(regexp = "nl|fr|en|de") String language) {}

    /**
     * @param round how often Orderdesk looks which licences come to their end
     * @param before how long before it they are extended
     * @param term by how much
     */
    public record LicenceExtension(
            @DefaultValue("PT1H") Duration round,
            @DefaultValue("P60D") Period before,
            @DefaultValue("P1Y") Period term) {}

    /** Name that the customer's MX records lead to. */
    public String mxHost(String acronym) {
        return acronym.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]", "-") + "." + mxDomain;
    }
}
