package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes needs of answers; sizing and tariff fill in what was left open. */
@Component
public class NeedsReader {
    private final Tariff tariff;
    private final Sizing sizing;
    private final Clock clock;

    NeedsReader(Tariff tariff, Sizing sizing, Clock clock) {
        this.tariff = tariff;
        this.sizing = sizing;
        this.clock = clock;
    }

    /** Prices that may be agreed today. */
    public List<Tariff.Line> priceLines() {
        return tariff.on(BelgianTime.today(clock));
    }

    /** @throws AnswersRefusedException when a line of the mail domains is none */
    public Needs read(Answers answers) {
        MailDomains.Reading domains = MailDomains.read(answers.text("mailDomains"));
        if (!domains.refused().isEmpty()) {
            throw new AnswersRefusedException(domains.refused().stream()
                    .map(line -> new Refusal("mailDomains", "form.error.notADomain", line))
                    .toList());
        }
        int mailboxes = answers.number("mailboxes", 0);
        int cpus = answers.has("cpus")
                ? Integer.parseInt(answers.text("cpus"))
                : sizing.cpus(mailboxes, domains.domains().size());
        String servicePackage = answers.has("package") ? answers.text("package") : "base";
        return new Needs(
                domains.domains(),
                mailboxes,
                cpus,
                servicePackage,
                answers.choices("addOns"),
                answers.number("trialDays", 0),
                answers.has("priceLine") ? answers.text("priceLine") : priceLine(cpus, servicePackage));
    }

    private String priceLine(int cpus, String servicePackage) {
        return priceLines().stream()
                .filter(line -> line.cpus() == cpus && line.servicePackage().equals(servicePackage))
                .findFirst()
                .map(Tariff.Line::code)
                .orElseThrow(() -> new AnswersRefusedException("priceLine", "form.error.required"));
    }
}
