package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes needs of answers, and answers of needs; sizing and tariff fill in what was left open. */
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

    /**
     * What somebody chose otherwise than it is proposed for such needs. What was proposed is left open, so that it follows
     * when the needs change.
     */
    public Map<String, String> chosen(Needs needs) {
        Map<String, String> chosen = new HashMap<>();
        if (needs.cpus() != sizing.cpus(needs.mailboxes(), needs.domains().size())) {
            chosen.put("cpus", Integer.toString(needs.cpus()));
        }
        fitting(needs.cpus(), needs.servicePackage())
                .skip(1)
                .filter(code -> code.equals(needs.priceLine()))
                .forEach(code -> chosen.put("priceLine", code));
        return chosen;
    }

    /** @throws AnswersRefusedException when a line of the mail domains is none, or the price is one of something else */
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
                answers.has("priceLine")
                        ? priceLine(answers.text("priceLine"), cpus, servicePackage)
                        : proposed(cpus, servicePackage));
    }

    private String priceLine(String chosen, int cpus, String servicePackage) {
        return fitting(cpus, servicePackage)
                .filter(code -> code.equals(chosen))
                .findFirst()
                .orElseThrow(() -> new AnswersRefusedException("priceLine", "form.error.otherPriceLine", chosen));
    }

    private String proposed(int cpus, String servicePackage) {
        return fitting(cpus, servicePackage)
                .findFirst()
                .orElseThrow(() -> new AnswersRefusedException("priceLine", "form.error.required"));
    }

    /** Codes of the prices of a size and package, the one to propose first. */
    private Stream<String> fitting(int cpus, String servicePackage) {
        return priceLines().stream()
                .filter(line -> line.cpus() == cpus && line.servicePackage().equals(servicePackage))
                .map(Tariff.Line::code);
    }
}
