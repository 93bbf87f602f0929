package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.contract.ContractTerms;
import be.belnet.orderdesk.workflow.Answers;
import java.util.Set;

/** A contract on answers that are not kept yet; each service with contracts implements it. */
public interface ContractDraft {
    /** BAMS or DCS. */
    String service();

    /** Name of the form in which the contract is determined. */
    String form();

    /** Fields of that form which the contract goes by, and their keys alone. */
    Set<String> fields();

    /** The answer as the form sends it, of what an address or a page sent for a field; never empty. */
    default Object answer(String field, String sent) {
        return sent;
    }

    /** @throws be.belnet.orderdesk.workflow.AnswersRefusedException as completing the form would */
    ContractTerms terms(Answers answers);
}
