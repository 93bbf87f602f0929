package be.belnet.orderdesk.contract;

import be.belnet.orderdesk.correspondence.Rendered;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Draws up contracts and keeps track of them, in the caller's transaction. */
@Service
public class ContractDesk {
    /**
     * The contract on what stands in the order file now: the version at hand when nothing changed, else the next one.
     * Its PDF, both copies in one file, is a document of the order.
     */
    public Contract generate(String orderNumber) {
        throw new UnsupportedOperationException();
    }

    /** The PDF as {@link #generate} would make it on these terms, marked as a preview; nothing is kept. */
    public byte[] preview(String orderNumber, ContractTerms terms) {
        throw new UnsupportedOperationException();
    }

    /** The mail that would bring a contract on these terms to the customer; nothing is kept. */
    public Rendered previewMail(String orderNumber, ContractTerms terms) {
        throw new UnsupportedOperationException();
    }

    /** Mails both copies to the customer's signatory, asking for them back on paper. */
    public void send(String orderNumber) {
        throw new UnsupportedOperationException();
    }

    /** Mails the customer's signatory what is wrong with the copies. */
    public void askForMissingCopy(String orderNumber) {
        throw new UnsupportedOperationException();
    }

    /** The latest version, unless it was given up. */
    public Optional<Contract> current(String orderNumber) {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps which paper copies are at hand; copies without defect make the contract signed.
     *
     * @throws UnknownContractException when there is no contract
     */
    public void register(String orderNumber, CopiesReceived copies) {
        throw new UnsupportedOperationException();
    }

    /** Two copies without defect are at hand, or their changes are accepted. */
    public boolean copiesAccepted(String orderNumber) {
        throw new UnsupportedOperationException();
    }

    /** Belnet agrees with the text as the customer changed it; the contract counts as signed. */
    public void acceptChanges(String orderNumber, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Belnet stands by its text; the customer is asked for unchanged copies. */
    public void refuseChanges(String orderNumber, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The needs are talked over again; the next contract generated is a new version. */
    public void reopenNeeds(String orderNumber) {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps that the contract was countersigned on paper.
     *
     * @param by function of the authorised signatory
     * @param returnedBy post or mail
     */
    public void countersign(String orderNumber, String by, LocalDate on, String returnedBy) {
        throw new UnsupportedOperationException();
    }

    /** The contract is given up with its order; without one, nothing happens. */
    public void voidContract(String orderNumber) {
        throw new UnsupportedOperationException();
    }
}
