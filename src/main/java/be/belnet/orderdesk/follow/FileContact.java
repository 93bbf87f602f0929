package be.belnet.orderdesk.follow;

import be.belnet.orderdesk.correspondence.Recipient;

/**
 * Somebody at the customer who may follow a file.
 *
 * @param role requester, signatory, technical or invoices
 * @param language nl, fr, en or de
 * @param readsContracts sees what the contract says, and sends it back
 */
record FileContact(String role, String name, String email, String language, boolean readsContracts) {
    Recipient recipient() {
        return new Recipient(role, name, email, language);
    }
}
