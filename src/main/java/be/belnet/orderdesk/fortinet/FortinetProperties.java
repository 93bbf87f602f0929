package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.partner.PartnerConnection;
import be.belnet.orderdesk.partner.PartnerGate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach FortiCloud, FortiFlex and the appliances.
 *
 * @param gate what FortiFlex and FortiCare allow an account, each of them
 */
@Validated
@ConfigurationProperties("orderdesk.fortinet")
record FortinetProperties(
        @NotNull @Valid Cloud cloud,
        @NotNull @Valid Flex flex,
        @NotNull @Valid Care care,
        @NotNull @Valid Mail mail,
        @DefaultValue @Valid PartnerGate.Limits gate,
        @DefaultValue PartnerConnection connection) {

    /** A call may have to log in first, and be sent to another address for that. */
    private static final int AT_MOST_IN_THE_GATE = 3;

    @AssertTrue(
            message = "orderdesk.fortinet.gate.lease must be longer than three calls by orderdesk.fortinet.connection")
    boolean isGateHeldForTheWholeCall() {
        return gate.lease().compareTo(connection.longestCall().multipliedBy(AT_MOST_IN_THE_GATE)) > 0;
    }

    /** So many calls through a gate, each as long as may be, and one log-in. */
    Duration calls(int number) {
        return connection
                .longestCall()
                .plus(gate.patience())
                .multipliedBy(number)
                .plus(connection.longestCall().multipliedBy(2));
    }

    /** @param tokenUrl ends in {@code /oauth/token/}, slash included */
    record Cloud(
            @NotNull URI tokenUrl,
            @NotBlank String username,
            @NotBlank String password) {
        @Override
        public String toString() {
            return "Cloud[tokenUrl=" + tokenUrl + "]";
        }
    }

    /**
     * @param url ends in {@code /fortiflex/v2}
     * @param programSerialNumber absent where the account has one program
     */
    record Flex(@NotNull URI url, String programSerialNumber) {}

    /** @param url of the registration API, ends in {@code /registration/v3} */
    record Care(@NotNull URI url) {}

    /**
     * @param url of an appliance's REST interface, {@code {address}} standing for its IP address
     * @param adminPassword the one each appliance gets at first boot
     * @param sslBundle name of a bundle with the authority that signs the appliances' certificates; absent for the public
     *     ones
     */
    record Mail(
            @NotNull @Pattern(regexp = "https?://.*\\{address}.*")
            String url,

            @DefaultValue("admin") String adminName,
            @NotBlank String adminPassword,
            String sslBundle) {
        @Override
        public String toString() {
            return "Mail[url=" + url + "]";
        }
    }
}
