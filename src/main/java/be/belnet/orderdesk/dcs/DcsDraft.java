package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.contract.ContractTerms;
import be.belnet.orderdesk.ordering.ContractDraft;
import be.belnet.orderdesk.workflow.Answers;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract on what stands in the form of domains. */
@Component
class DcsDraft implements ContractDraft {
    private final DcsNeedsReader needs;
    private final DcsTerms terms;

    DcsDraft(DcsNeedsReader needs, DcsTerms terms) {
        this.needs = needs;
        this.terms = terms;
    }

    @Override
    public String service() {
        return "DCS";
    }

    @Override
    public String form() {
        return "determine-domains";
    }

    @Override
    public Set<String> fields() {
        return Set.of("domains", "administratorGivenName", "administratorFamilyName", "administratorEmail");
    }

    @Override
    public ContractTerms terms(Answers answers) {
        return terms.of(needs.read(answers));
    }
}
