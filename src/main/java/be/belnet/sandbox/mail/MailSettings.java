package be.belnet.sandbox.mail;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param mailboxes passwords by address */
@ConfigurationProperties("sandbox.mail")
record MailSettings(int smtpPort, int imapPort, Map<String, String> mailboxes) {}
