package be.belnet.sandbox.mail;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of the mail server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
@Import({Deliveries.class, Mailboxes.class, MailServer.class, MailController.class})
public class MailConfiguration {}
