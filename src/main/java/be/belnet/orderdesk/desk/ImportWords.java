package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.subscription.ImportReport.Refusal;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Why a line of the installed base was refused, in words; what goes for customers' files too has their words. */
@Component
class ImportWords {
    private final MessageSource messages;

    ImportWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(Refusal refusal, Locale locale) {
        Object[] detail = {refusal.detail() == null ? "" : refusal.detail()};
        return messages.getMessage(
                "subscription.refusal." + refusal.reason(),
                detail,
                messages.getMessage("customer.refusal." + refusal.reason(), detail, refusal.reason(), locale),
                locale);
    }
}
