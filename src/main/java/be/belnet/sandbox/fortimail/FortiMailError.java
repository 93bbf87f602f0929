package be.belnet.sandbox.fortimail;

/** A refusal of an appliance. */
class FortiMailError extends RuntimeException {
    private final int status;
    private final int type;

    FortiMailError(int status, int type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    static FortiMailError accessDenied(String what) {
        return new FortiMailError(403, 7, "Failed: Access denied:" + what + " ");
    }

    static FortiMailError notThere(String object) {
        return new FortiMailError(404, 3, "Failed to retrieve object :Get object (" + object + ") ");
    }

    static FortiMailError invalid(String message) {
        return new FortiMailError(400, 1, "Failed: " + message + " ");
    }

    int status() {
        return status;
    }

    int type() {
        return type;
    }
}
