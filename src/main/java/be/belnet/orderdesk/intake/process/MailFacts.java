package be.belnet.orderdesk.intake.process;

import be.belnet.orderdesk.intake.TriageDesk.Case;
import be.belnet.orderdesk.time.WrittenDates;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What forms tell of a mail. */
@Component
class MailFacts {
    /** The field in which a form sends back how many mails it told of. */
    static final String SHOWN = "mailsShown";

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
        facts.put("text", shared(mail.texts()));
        return facts;
    }

    /** Each mail has its share, so that a long one hides no other. */
    private static String shared(List<String> texts) {
        int share = LONGEST / texts.size();
        return texts.stream()
                .map(text -> text.length() <= share ? text : text.substring(0, share) + "…")
                .collect(Collectors.joining("\n\n* * *\n\n"));
    }

    private static String known(String value) {
        return value == null || value.isBlank() ? "–" : value;
    }
}
