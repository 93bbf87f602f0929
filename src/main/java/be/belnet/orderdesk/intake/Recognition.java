package be.belnet.orderdesk.intake;

/**
 * What the tables make of a mail's words.
 *
 * @param service BAMS, DCS, or unclear: one of them; null when the mail is about neither
 * @param certain nobody needs to read the mail to see that
 */
public record Recognition(String service, MailKind kind, boolean certain) {
    static final String UNCLEAR = "unclear";

    /** Whether it concerns Orderdesk at all. */
    public boolean isOurs() {
        return service != null;
    }

    /** BAMS or DCS; null where the words do not say which. */
    String knownService() {
        return UNCLEAR.equals(service) ? null : service;
    }
}
