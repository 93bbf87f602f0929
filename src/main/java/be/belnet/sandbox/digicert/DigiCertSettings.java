package be.belnet.sandbox.digicert;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How CertCentral behaves.
 *
 * @param limits per key, in rolling windows; 0 means none. The real service: 100 and 1000
 */
@ConfigurationProperties("sandbox.digicert")
record DigiCertSettings(
        @DefaultValue("devkey") String apiKey, @DefaultValue Limits limits) {

    record Limits(
            @DefaultValue("0") int callsPerFiveSeconds,
            @DefaultValue("0") int callsPerThreeMinutes) {}
}
