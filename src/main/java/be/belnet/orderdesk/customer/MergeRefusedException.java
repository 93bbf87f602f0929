package be.belnet.orderdesk.customer;

/** Two customers cannot be merged like this. */
public class MergeRefusedException extends RuntimeException {
    private final String field;
    private final String messageKey;
    private final String detail;

    MergeRefusedException(String field, String messageKey, String detail) {
        super(messageKey);
        this.field = field;
        this.messageKey = messageKey;
        this.detail = detail;
    }

    /** Which answer is wrong; null when it is none of them. */
    public String field() {
        return field;
    }

    /** Takes {@link #detail} as its argument. */
    public String messageKey() {
        return messageKey;
    }

    public String detail() {
        return detail;
    }
}
