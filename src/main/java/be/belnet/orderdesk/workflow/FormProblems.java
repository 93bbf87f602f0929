package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Says in the person's language why answers were refused, and leaves it on the request for the filter to answer with. */
@Component
public class FormProblems {
    static final String ATTRIBUTE = FormProblems.class.getName();

    private final MessageSource messages;

    FormProblems(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * What to tell the person about one field.
     *
     * @param field its key; null when the form as a whole is meant
     */
    public record Problem(String field, String message) {}

    /** What to tell the person about answers that were refused while this request was served, field by field. */
    @SuppressWarnings("unchecked")
    public List<Problem> of(AnswersRefusedException refused) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object kept = request == null ? null : request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return kept == null ? describe(null, refused) : (List<Problem>) kept;
    }

    void keep(FormSchema schema, AnswersRefusedException refused) {
        keep(describe(schema, refused));
    }

    void keep(List<Problem> problems) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, problems, RequestAttributes.SCOPE_REQUEST);
        }
    }

    private List<Problem> describe(FormSchema schema, AnswersRefusedException refused) {
        Locale locale = StaffLanguage.of(LocaleContextHolder.getLocale());
        return refused.refusals().stream()
                .map(refusal -> new Problem(refusal.field(), describe(schema, refusal, locale)))
                .toList();
    }

    private String describe(FormSchema schema, Refusal refusal, Locale locale) {
        Stream<Object> label =
                refusal.field() == null ? Stream.empty() : Stream.of(label(schema, refusal.field(), locale));
        Object[] arguments = Stream.concat(label, Stream.of(refusal.arguments()).map(Object::toString))
                .toArray();
        return messages.getMessage(refusal.messageKey(), arguments, refusal.messageKey(), locale);
    }

    private String label(FormSchema schema, String field, Locale locale) {
        FormField known = schema == null ? null : schema.fields().get(field);
        String key = known == null || known.label() == null ? "field." + field : known.label();
        return messages.getMessage(key, null, field, locale);
    }

    /** A sentence that concerns no field. */
    Problem general(String messageKey, Object... arguments) {
        return new Problem(
                null,
                messages.getMessage(
                        messageKey, arguments, messageKey, StaffLanguage.of(LocaleContextHolder.getLocale())));
    }
}
