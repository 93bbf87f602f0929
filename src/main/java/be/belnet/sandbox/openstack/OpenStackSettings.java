package be.belnet.sandbox.openstack;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the cloud behaves.
 *
 * @param tokenLife how long a token is accepted
 * @param buildTime from the request for a server until it is {@code ACTIVE}
 * @param bindTime how long a new server's port still looks free, as in a real cloud: creates sent within this time all
 *     get through, and all but one fail later
 * @param deleteTime from the request until the server is gone
 * @param maxInstances quota of the project
 * @param maxPersonalitySize limit on the base64 text of one first-boot file
 */
@ConfigurationProperties("sandbox.openstack")
record OpenStackSettings(
        @DefaultValue("orderdesk") String user,
        @DefaultValue("secret") String password,
        @DefaultValue("bams") String project,
        @DefaultValue("orderdesk-credential") String applicationCredentialId,
        @DefaultValue("secret") String applicationCredentialSecret,
        @DefaultValue("1h") Duration tokenLife,
        @DefaultValue("3s") Duration buildTime,
        @DefaultValue("200ms") Duration bindTime,
        @DefaultValue("500ms") Duration deleteTime,
        @DefaultValue("20000") int maxInstances,
        @DefaultValue("10240") int maxPersonalitySize) {}
