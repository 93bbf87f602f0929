package be.belnet.orderdesk.privacy.process;

import be.belnet.orderdesk.privacy.DataRequest;
import be.belnet.orderdesk.privacy.DataRequests;
import be.belnet.orderdesk.time.WrittenDates;
import be.belnet.orderdesk.workflow.FormContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the forms of a data request say about it. */
@Component
class DataRequestFacts {
    private final DataRequests requests;
    private final MessageSource messages;

    DataRequestFacts(DataRequests requests, MessageSource messages) {
        this.requests = requests;
        this.messages = messages;
    }

    Map<String, String> of(FormContext context) {
        DataRequest request = requests.get(context.orderNumber());
        Map<String, String> facts = new HashMap<>();
        facts.put("number", request.number());
        facts.put("kind", say("privacy.kind." + request.kind().code(), context.locale()));
        facts.put("personName", request.personName());
        facts.put("personEmail", request.personEmail());
        facts.put("details", Optional.ofNullable(request.details()).orElse("–"));
        facts.put("receivedOn", WrittenDates.day(request.receivedOn(), context.locale()));
        facts.put("dueOn", WrittenDates.day(request.dueOn(), context.locale()));
        return facts;
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
