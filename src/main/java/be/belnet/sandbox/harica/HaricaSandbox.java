package be.belnet.sandbox.harica;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of CertManager. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HaricaSettings.class)
@Import({
    HaricaPartner.class,
    Sessions.class,
    Doorkeeper.class,
    LogInController.class,
    Enterprises.class,
    EnterpriseDomains.class,
    Transactions.class,
    CertManager.class,
    Mails.class,
    EnterpriseController.class,
    TransactionController.class,
    SwitchController.class,
    UnknownController.class,
    HaricaErrors.class,
    EnterpriseSection.class
})
public class HaricaSandbox {}
