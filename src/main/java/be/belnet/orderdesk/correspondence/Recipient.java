package be.belnet.orderdesk.correspondence;

/**
 * The one person or mail box that a mail goes to.
 *
 * @param role requester, signatory, technical, invoices, accountManager, operations, distributor or staff
 * @param language nl, fr, en or de
 */
public record Recipient(String role, String name, String email, String language) {
    /** As people write it. */
    public String shown() {
        return "%s <%s>".formatted(name, email);
    }
}
