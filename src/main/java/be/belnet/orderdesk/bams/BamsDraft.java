package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.contract.ContractTerms;
import be.belnet.orderdesk.ordering.ContractDraft;
import be.belnet.orderdesk.workflow.Answers;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract on what stands in the form of needs. */
@Component
class BamsDraft implements ContractDraft {
    private final NeedsReader needs;
    private final BamsTerms terms;

    BamsDraft(NeedsReader needs, BamsTerms terms) {
        this.needs = needs;
        this.terms = terms;
    }

    @Override
    public String service() {
        return "BAMS";
    }

    @Override
    public String form() {
        return "determine-needs";
    }

    @Override
    public Set<String> fields() {
        return Set.of("mailDomains", "mailboxes", "cpus", "package", "addOns", "trialDays", "priceLine");
    }

    /** Lines of domains come with a tilde between them, add-ons with a comma. */
    @Override
    public Object answer(String field, String sent) {
        return switch (field) {
            case "mailDomains" -> sent.replace('~', '\n');
            case "addOns" -> List.of(sent.split(","));
            default -> sent;
        };
    }

    @Override
    public ContractTerms terms(Answers answers) {
        return terms.of(needs.read(answers));
    }
}
