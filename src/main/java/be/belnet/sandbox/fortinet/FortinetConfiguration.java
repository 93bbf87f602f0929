package be.belnet.sandbox.fortinet;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of Fortinet's side of the world. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FortinetSettings.class)
@Import({
    FortiCloudPartner.class,
    FortiCloudTokens.class,
    FortiCloudController.class,
    FortiFlexPrograms.class,
    FortiFlexConfigs.class,
    FortiFlexEntitlements.class,
    FortiFlexGroups.class,
    FortiFlexController.class,
    FortiCareProducts.class,
    FortiCareFolders.class,
    FortiCareController.class,
    FortinetWorld.class,
    LicenceSection.class,
    ProgramSection.class,
    ProductSection.class,
    Licences.class
})
public class FortinetConfiguration {

    @Bean
    FortinetPartner fortiFlexPartner(FortiFlexController api) {
        return new FortinetPartner(Licences.PARTNER, "FortiFlex", api, "The program has not enough points left.");
    }

    @Bean
    FortinetPartner fortiCarePartner(FortiCareController api) {
        return new FortinetPartner("forticare", "FortiCare", api, "The license registration code is not valid.");
    }

    @Bean
    Gate fortiFlexGate(FortinetSettings settings, Clock clock) {
        return new Gate(settings.limits(), clock);
    }

    @Bean
    Gate fortiCareGate(FortinetSettings settings, Clock clock) {
        return new Gate(settings.limits(), clock);
    }
}
