package be.belnet.orderdesk.partner;

/** Refused for good: a repeat would be refused again, so a person must act. Nothing was done. */
public class PartnerRefusedException extends PartnerException {
    private final String code;

    /**
     * @param code the partner's own code, or the HTTP status where it has none
     * @param message the partner's reason
     */
    public PartnerRefusedException(String partner, String code, String message) {
        super(partner, "refused (%s): %s".formatted(code, PartnerWords.of(message)), null);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
