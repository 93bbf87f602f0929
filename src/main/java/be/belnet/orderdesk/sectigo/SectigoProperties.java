package be.belnet.orderdesk.sectigo;

import be.belnet.orderdesk.partner.PartnerConnection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach Certificate Manager.
 *
 * @param url ends in {@code /api}
 * @param webAddress where administrators log in with a browser, customers' too
 * @param login of the network's own administrator (MRAO)
 * @param customerUri last part of the address at which Belnet's people log in
 * @param certificateTypes what domains are delegated for: SSL, SMIME, CodeSign
 * @param administratorRoles what customers' administrators may do in their organisation
 */
@Validated
@ConfigurationProperties("orderdesk.sectigo")
record SectigoProperties(
        @NotNull URI url,
        @NotNull URI webAddress,
        @NotBlank String login,
        @NotBlank String password,
        @NotBlank String customerUri,
        @DefaultValue("SSL") @NotEmpty List<String> certificateTypes,
        @DefaultValue("RAO_SSL") @NotEmpty List<String> administratorRoles,
        @DefaultValue PartnerConnection connection) {
    @Override
    public String toString() {
        return "SectigoProperties[url=" + url + "]";
    }
}
