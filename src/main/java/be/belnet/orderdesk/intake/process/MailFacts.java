package be.belnet.orderdesk.intake.process;

import be.belnet.orderdesk.intake.TriageDesk.Case;
import be.belnet.orderdesk.time.WrittenDates;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What forms tell of a mail. */
@Component
class MailFacts {
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
        facts.put("receivedAt", WrittenDates.shortMoment(mail.receivedAt(), locale));
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
