package be.belnet.orderdesk.order;

/** A file is no PDF that may be kept; a person must make another one. */
public class PdfRefusedException extends RuntimeException {
    /** What is wrong with the file. */
    public enum Reason {
        EMPTY("empty"),
        TOO_LARGE("tooLarge"),
        NOT_PDF("notPdf"),
        DAMAGED("damaged"),
        TOO_COMPLEX("tooComplex"),
        ENCRYPTED("encrypted"),
        SCRIPT("script"),
        LAUNCH("launch"),
        EMBEDDED_FILE("embeddedFile");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final Reason reason;

    PdfRefusedException(Reason reason) {
        super("PDF refused: " + reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
