package be.belnet.orderdesk.privacy.process;

import be.belnet.orderdesk.person.AddressTakenException;
import be.belnet.orderdesk.person.Correction;
import be.belnet.orderdesk.privacy.PersonDesk;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The Service Desk puts right what is kept about the person; what is left empty stays. */
@Component
class RectifyDataForm implements TaskForm {
    private final PersonDesk persons;
    private final DataRequestFacts facts;

    RectifyDataForm(PersonDesk persons, DataRequestFacts facts) {
        this.persons = persons;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "rectify-data";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        if (Stream.of("personName", "personEmail", "personPhone", "personLanguage")
                .noneMatch(answers::has)) {
            throw new AnswersRefusedException("personName", "form.error.nothingToRectify");
        }
        try {
            persons.rectify(
                    context.orderNumber(),
                    new Correction(
                            answers.text("personName"),
                            answers.text("personEmail"),
                            answers.text("personPhone"),
                            answers.text("personLanguage")),
                    context.userId());
        } catch (AddressTakenException another) {
            throw new AnswersRefusedException("personEmail", "form.error.addressTaken");
        }
        return Map.of();
    }
}
