package be.belnet.orderdesk.intake.process;

import be.belnet.orderdesk.intake.TriageDesk.Case;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What forms tell of a mail. */
@Component
class MailFacts {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final int LONGEST = 12_000;

    private final MessageSource messages;

    MailFacts(MessageSource messages) {
        this.messages = messages;
    }

    Map<String, String> of(Case mail, Locale locale) {
        Map<String, String> facts = new HashMap<>();
        facts.put("mailNumber", mail.number());
        facts.put("why", messages.getMessage("fact.mailWhy." + mail.why(), null, locale));
        facts.put("sender", mail.sender() == null ? "–" : mail.senderName() + " <" + mail.sender() + ">");
        facts.put("mailSubject", known(mail.subject()));
        facts.put(
                "receivedAt",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(BRUSSELS)
                        .format(mail.receivedAt()));
        facts.put("files", known(String.join(", ", mail.files())));
        facts.put("left", known(mail.left()));
        facts.put("order", known(mail.order()));
        facts.put(
                "text",
                mail.text().length() <= LONGEST ? mail.text() : mail.text().substring(0, LONGEST) + "…");
        return facts;
    }

    private static String known(String value) {
        return value == null || value.isBlank() ? "–" : value;
    }
}
