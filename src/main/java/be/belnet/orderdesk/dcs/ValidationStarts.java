package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.customer.Organisation;
import java.util.List;

/** Has domains of a customer validated in a file of their own, outside an order or a migration. */
public interface ValidationStarts {

    /**
     * Opens the file and starts its process. Safe to repeat with the same token.
     *
     * @param organisation the CA's id
     * @param token of at most 200 characters; names what the file is for
     * @throws NoContactException when there is nobody to write to
     */
    void begin(Organisation customer, String authority, String organisation, List<Domain> domains, String token);
}
