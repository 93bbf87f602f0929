package be.belnet.orderdesk.harica;

import be.belnet.orderdesk.partner.PartnerConnection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach CertManager.
 *
 * @param url without a slash at the end
 * @param webAddress where administrators log in with a browser, customers' too
 * @param email of the network's own local account (Enterprise Manager)
 * @param totpSeed Base32, of the account's authenticator; empty without a second factor
 * @param contact mail address to which CertManager writes what domains are to publish, and what it has to tell
 */
@Validated
@ConfigurationProperties("orderdesk.harica")
record HaricaProperties(
        @NotNull URI url,
        @NotNull URI webAddress,
        @NotBlank String email,
        @NotBlank String password,
        @DefaultValue("") String totpSeed,
        @NotBlank String contact,
        @DefaultValue PartnerConnection connection) {
    @Override
    public String toString() {
        return "HaricaProperties[url=" + url + "]";
    }
}
