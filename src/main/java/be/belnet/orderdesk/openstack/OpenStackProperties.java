package be.belnet.orderdesk.openstack;

import be.belnet.orderdesk.partner.PartnerConnection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * Which cloud, and what an appliance is made of there.
 *
 * @param authUrl Keystone, ending in {@code /v3}
 * @param region null for any
 * @param hosts further hosts the catalog may name, besides Keystone's own
 * @param namePrefix before the order number in names of servers and ports
 * @param flavors name of the flavor by number of CPUs; each with a second disk for mail
 * @param removalTimeout how long to wait for a failed server to be gone before its successor is made
 */
@Validated
@ConfigurationProperties("orderdesk.openstack")
record OpenStackProperties(
        @NotNull URI authUrl,
        String region,
        @DefaultValue Set<String> hosts,
        @NotNull @Valid Credentials credentials,
        @NotBlank String imageName,
        @NotBlank String networkName,
        @DefaultValue("") String namePrefix,
        @NotEmpty Map<Integer, String> flavors,
        @DefaultValue("20s") Duration removalTimeout,
        @DefaultValue("500ms") Duration pollInterval,
        @NotNull @Valid FirstBoot firstBoot,
        @DefaultValue PartnerConnection connection) {

    /** Either an application credential, or a user with a project; the credential wins. */
    record Credentials(
            String applicationCredentialId,
            String applicationCredentialSecret,
            String user,
            String password,
            @DefaultValue("Default") String userDomain,
            String project,
            @DefaultValue("Default") String projectDomain) {

        boolean application() {
            return applicationCredentialId != null && !applicationCredentialId.isBlank();
        }

        @AssertTrue(message = "need an application credential, or user, password and project")
        boolean isComplete() {
            return application()
                    ? applicationCredentialSecret != null
                    : user != null && password != null && project != null;
        }

        @Override
        public String toString() {
            return "Credentials[application=" + application() + "]";
        }
    }

    /**
     * What an appliance reads at its first boot.
     *
     * @param mode operation mode, as text for Fortinet's command line
     * @param config the rest of the configuration, with places such as {@code {hostName}}
     * @param adminPassword initial password of the administrator
     */
    record FirstBoot(
            @NotNull Resource mode,
            @NotNull Resource config,
            @NotBlank String adminPassword,
            @NotEmpty List<String> nameServers) {

        @Override
        public String toString() {
            return "FirstBoot[config=" + config + "]";
        }
    }
}
