package be.belnet.sandbox.fortimail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the appliances behave.
 *
 * @param bootTime from the start of the machine until the appliance answers
 * @param loginBanner whether a text has to be accepted after each log-in
 * @param idleTimeout after which a session ends
 */
@ConfigurationProperties("sandbox.fortimail")
record FortiMailSettings(
        @DefaultValue("2s") Duration bootTime,
        @DefaultValue("false") boolean loginBanner,
        @DefaultValue("30m") Duration idleTimeout) {}
