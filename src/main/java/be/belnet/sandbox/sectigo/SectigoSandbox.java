package be.belnet.sandbox.sectigo;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of Certificate Manager. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SectigoSettings.class)
@Import({
    SectigoPartner.class,
    Organisations.class,
    Domains.class,
    Validations.class,
    Mails.class,
    Administrators.class,
    AdministratorController.class,
    Authority.class,
    Certificates.class,
    Scm.class,
    Doorkeeper.class,
    OrganisationController.class,
    DomainController.class,
    ValidationController.class,
    CertificateController.class,
    ReportController.class,
    SwitchController.class,
    UnknownController.class,
    SectigoErrors.class,
    OrganisationSection.class,
    DomainSection.class,
    CertificateSection.class
})
public class SectigoSandbox {}
