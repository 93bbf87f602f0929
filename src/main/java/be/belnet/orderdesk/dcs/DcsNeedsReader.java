package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes needs of answers, at the price in force today. */
@Component
public class DcsNeedsReader {
    private static final String DOMAINS = "domains";

    private final DcsTariff tariff;

    DcsNeedsReader(DcsTariff tariff) {
        this.tariff = tariff;
    }

    /** @throws AnswersRefusedException when a line is no domain, there is none or there are too many */
    public DcsNeeds read(Answers answers) {
        return new DcsNeeds(domains(answers.text(DOMAINS)), administrator(answers), tariff.line());
    }

    private static List<Domain> domains(String text) {
        DomainList.Reading reading = DomainList.read(text);
        if (!reading.refused().isEmpty()) {
            throw new AnswersRefusedException(reading.refused().stream()
                    .map(line -> new Refusal(DOMAINS, "form.error.noSuchDomain", line.text()))
                    .toList());
        }
        if (reading.domains().isEmpty()) {
            throw new AnswersRefusedException(DOMAINS, "form.error.required");
        }
        if (reading.domains().size() > DomainList.MOST) {
            throw new AnswersRefusedException(DOMAINS, "form.error.tooManyDomains", DomainList.MOST);
        }
        return reading.domains();
    }

    private static AdministratorInvitation administrator(Answers answers) {
        return new AdministratorInvitation(
                answers.text("administratorGivenName"),
                answers.text("administratorFamilyName"),
                answers.text("administratorEmail"),
                answers.text("administratorPhone"),
                answers.text("administratorLanguage"));
    }
}
