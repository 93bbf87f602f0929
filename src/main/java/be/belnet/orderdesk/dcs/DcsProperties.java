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
 * @param policies whose rules a customer accepts by signing (D10)
 */
@Validated
@ConfigurationProperties("orderdesk.dcs")
public record DcsProperties(
        @DefaultValue("PT1M") Duration watch,
        @DefaultValue("10d") Duration validateWithin,
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
