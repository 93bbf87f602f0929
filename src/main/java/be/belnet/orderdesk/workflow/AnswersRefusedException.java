package be.belnet.orderdesk.workflow;

import java.util.List;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * Answers that cannot be kept, with a message for the person for each. Nothing of the form has been kept. To the engine
 * it is a form that did not validate, so that its API takes it for the person's mistake and not for a failure of its own.
 */
public class AnswersRefusedException extends FormFieldValidationException {
    private final transient List<Refusal> refusals;

    public AnswersRefusedException(List<Refusal> refusals) {
        super(
                null,
                "Answers refused: "
                        + refusals.stream()
                                .map(refusal -> refusal.field() + " " + refusal.messageKey())
                                .toList());
        this.refusals = List.copyOf(refusals);
    }

    public AnswersRefusedException(String field, String messageKey, Object... arguments) {
        this(List.of(new Refusal(field, messageKey, arguments)));
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    /**
     * Why one answer is refused.
     *
     * @param field its key in the form; null when the form as a whole is meant
     * @param messageKey in the bundle {@code forms}; the field's label is argument 0, {@code arguments} follow
     */
    public record Refusal(String field, String messageKey, Object... arguments) {}
}
