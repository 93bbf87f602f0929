package be.belnet.orderdesk.dcs;

/**
 * Where a validation is after it was started or submitted.
 *
 * @param challenge what is asked for; null while the CA has not said so: then it does when the validation is submitted
 */
public record ValidationStep(Challenge challenge, Next next) {
    public enum Next {
        /** To be submitted: at once where there is no challenge yet, else when the customer has met it. */
        SUBMIT,
        /** The CA looks by itself, again and again; nothing more is to be called. */
        WAIT_FOR_CA,
        /** Another person has to approve at the CA. */
        WAIT_FOR_APPROVAL
    }
}
