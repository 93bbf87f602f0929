package be.belnet.sandbox.openstack;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of the cloud. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpenStackSettings.class)
@Import({
    OpenStackPartner.class,
    Cloud.class,
    Tokens.class,
    Doorkeeper.class,
    KeystoneController.class,
    NovaController.class,
    NeutronController.class,
    GlanceController.class,
    ElsewhereController.class,
    OpenStackErrors.class,
    MachinesSection.class,
    PortsSection.class
})
public class OpenStackSandbox {}
