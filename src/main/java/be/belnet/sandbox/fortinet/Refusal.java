package be.belnet.sandbox.fortinet;

/** A call that Fortinet answers with an error envelope. */
class Refusal extends RuntimeException {

    private final int httpStatus;
    private final int status;

    private Refusal(int httpStatus, int status, String message) {
        super(message, null, false, false);
        this.httpStatus = httpStatus;
        this.status = status;
    }

    static Refusal badToken() {
        return new Refusal(401, -1, "Invalid security token.");
    }

    static Refusal denied() {
        return new Refusal(403, -1, "Authorization denied.");
    }

    static Refusal invalid(String field) {
        return because("Invalid parameter value: " + field);
    }

    static Refusal because(String message) {
        return new Refusal(400, -1, message);
    }

    static Refusal tooManyInMinute() {
        return tooManyInMinute("Too many requests in the last minute.");
    }

    static Refusal tooManyInMinute(String message) {
        return new Refusal(429, -10, message);
    }

    static Refusal tooManyInHour() {
        return new Refusal(429, -11, "Too many requests in the last hour.");
    }

    static Refusal atTheSameTime() {
        return new Refusal(400, -12, "Token processing failed.");
    }

    static Refusal tooManyErrors() {
        return new Refusal(400, -30, "Too many errors in the last hour.");
    }

    int httpStatus() {
        return httpStatus;
    }

    int status() {
        return status;
    }

    boolean isCallersMistake() {
        return status == -1;
    }
}
