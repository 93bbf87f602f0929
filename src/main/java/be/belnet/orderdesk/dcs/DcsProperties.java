package be.belnet.orderdesk.dcs;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of certificates; application.yaml says what each is for.
 *
 * @param watch how often organisations that are being validated are looked at
 * @param validateWithin how long the CA may take to validate an organisation before a person looks
 * @param validations how often all validations of a CA are looked through
 * @param records how often is seen whose record is due for a look
 * @param firstLook after how long a customer's record is looked for unasked; the longer it is missing, the longer apart
 * @param quiet how long a renewal goes on before the customer is told of it
 * @param renewBefore how long before the end of a validation its renewal begins; before the end of a short one a third
 * @param renewals how often is seen which validations are to be renewed
 * @param policies whose rules a customer accepts by signing (D10)
 */
@Validated
@ConfigurationProperties("orderdesk.dcs")
public record DcsProperties(
        @DefaultValue("PT1M") Duration watch,
        @DefaultValue("10d") Duration validateWithin,
        @DefaultValue("PT1M") Duration validations,
        @DefaultValue("PT20S") Duration records,
        @DefaultValue("PT2M") Duration firstLook,
        @DefaultValue("2d") Duration quiet,
        @DefaultValue("30d") Duration renewBefore,
        @DefaultValue("PT1H") Duration renewals,
        @NotEmpty List<@Valid Policy> policies) {

    /**
     * @param code which policy; contracts have the words
     * @param version the one in force, as whoever made the rules writes it
     */
    public record Policy(
            @Pattern(regexp = "geantTcs|belnetDcs|belnetAup")
            String code,

            @NotBlank @Size(max = 60) String version) {}
}
