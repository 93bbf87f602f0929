package be.belnet.orderdesk.contract;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Settings of contracts; application.yaml says what each is for. */
@Validated
@ConfigurationProperties("orderdesk.contract")
public record ContractProperties(
        @NotEmpty List<@NotBlank String> authorisedSignatories,
        boolean scanRequiredByMail,
        boolean countersignerDiffers) {}
