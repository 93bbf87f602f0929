package be.belnet.orderdesk.intake;

/** Says what words mean, by tables that people edit. */
public interface MailRules {
    /**
     * @param words as {@link Words#plain} writes them
     * @param knownSender a contact, or a mail domain, of a customer
     */
    Recognition recognise(String words, boolean knownSender);

    /** What a question is about, technical, contract, invoice or other, by words as {@link Words#plain} writes them. */
    String topic(String words);
}
