package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.change.Arrangement;
import be.belnet.orderdesk.change.ChangeReview;
import be.belnet.orderdesk.change.Changes;
import be.belnet.orderdesk.dcs.CertificatesArrangement;
import be.belnet.orderdesk.dcs.CertificatesChange;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.DomainList;
import be.belnet.orderdesk.dcs.NamedAdministrator;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What certificates are to be for, and who manages them, at a customer that has them; the fields have what it is like now. */
@Component
class DetermineCertificateChangeForm implements TaskForm {
    private final Changes changes;
    private final ChangeReview review;
    private final CertificatesChange certificates;

    DetermineCertificateChangeForm(Changes changes, ChangeReview review, CertificatesChange certificates) {
        this.changes = changes;
        this.review = review;
        this.certificates = certificates;
    }

    @Override
    public String name() {
        return "determine-certificate-change";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return review.facts(context);
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        Arrangement now = changes.get(context.orderNumber()).after();
        return Map.of(
                CertificatesArrangement.DOMAINS, String.join("\n", now.all(CertificatesArrangement.DOMAINS)),
                CertificatesArrangement.ADMINISTRATORS,
                        String.join("\n", now.all(CertificatesArrangement.ADMINISTRATORS)));
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        return review.submit(context, answers, () -> free(context.orderNumber(), wanted(answers)));
    }

    /** A second file cannot have a domain validated that one has already. */
    private Arrangement free(String number, Arrangement wanted) {
        List<Refusal> underWay = certificates.underWay(number, wanted).stream()
                .map(other -> new Refusal(
                        CertificatesArrangement.DOMAINS,
                        "form.error.domainUnderWay",
                        other.domain().name(),
                        other.orderNumber()))
                .toList();
        if (!underWay.isEmpty()) {
            throw new AnswersRefusedException(underWay);
        }
        return wanted;
    }

    private static Arrangement wanted(Answers answers) {
        Map<String, List<String>> aspects = new LinkedHashMap<>();
        aspects.put(CertificatesArrangement.DOMAINS, domains(text(answers, CertificatesArrangement.DOMAINS)));
        aspects.put(
                CertificatesArrangement.ADMINISTRATORS,
                administrators(text(answers, CertificatesArrangement.ADMINISTRATORS)));
        return new Arrangement(aspects);
    }

    private static List<String> domains(String text) {
        DomainList.Reading reading = DomainList.read(text);
        if (!reading.refused().isEmpty()) {
            throw new AnswersRefusedException(reading.refused().stream()
                    .map(line -> new Refusal(CertificatesArrangement.DOMAINS, "form.error.noSuchDomain", line.text()))
                    .toList());
        }
        if (reading.domains().isEmpty()) {
            throw new AnswersRefusedException(CertificatesArrangement.DOMAINS, "form.error.required");
        }
        if (reading.domains().size() > DomainList.MOST) {
            throw new AnswersRefusedException(
                    CertificatesArrangement.DOMAINS, "form.error.tooManyDomains", DomainList.MOST);
        }
        return reading.domains().stream().map(Domain::name).toList();
    }

    private static List<String> administrators(String text) {
        List<Refusal> refusals = new ArrayList<>();
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> NamedAdministrator.read(line)
                        .map(NamedAdministrator::line)
                        .orElseGet(() -> {
                            refusals.add(new Refusal(
                                    CertificatesArrangement.ADMINISTRATORS, "form.error.noAdministrator", line));
                            return "";
                        }))
                .distinct()
                .toList();
        if (!refusals.isEmpty()) {
            throw new AnswersRefusedException(refusals);
        }
        return lines;
    }

    private static String text(Answers answers, String field) {
        return Optional.ofNullable(answers.text(field)).orElse("");
    }
}
