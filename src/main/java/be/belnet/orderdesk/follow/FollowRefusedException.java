package be.belnet.orderdesk.follow;

/** What a customer asked for on its page cannot be done; its words stand under {@code follow.refused.<code>}. */
class FollowRefusedException extends RuntimeException {
    private final String code;

    FollowRefusedException(String code) {
        super("Refused: " + code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
