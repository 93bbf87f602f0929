package be.belnet.sandbox.digicert;

/** A refusal of CertCentral. Its code is a word, with detail after a pipe sign. */
class DigiCertError extends RuntimeException {
    private final int status;
    private final String code;

    DigiCertError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static DigiCertError invalidKey() {
        return new DigiCertError(
                403, "access_denied|access_denied_invalid_key", "The API key is missing or not valid.");
    }

    static DigiCertError missingPermission() {
        return new DigiCertError(403, "access_denied|missing_permission", "The API key lacks the right to do this.");
    }

    /** @param what for example {@code order} */
    static DigiCertError notFound(String what) {
        return new DigiCertError(404, "not_found|" + what, "There is no such " + what + ".");
    }

    static DigiCertError badRequest(String message) {
        return new DigiCertError(400, "bad_request_format", message);
    }

    static DigiCertError tooMany() {
        return new DigiCertError(429, "request_limit_exceeded", "The limit of requests is exceeded.");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
