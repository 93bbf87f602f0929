package be.belnet.orderdesk.contract;

import java.util.Arrays;

/** What is wrong with a copy that came back. */
public enum CopyDefect {
    NONE("none"),
    NOT_COMPLETED("notCompleted"),
    SIGNATURE_MISSING("signatureMissing"),
    PAGE_MISSING("pageMissing"),
    TEXT_CHANGED("textChanged"),
    OTHER_VERSION("otherVersion"),
    SIGNATORY_NOT_ENTITLED("signatoryNotEntitled"),
    /** Never chosen in a form: the copy did not come. */
    MISSING("missing");

    private final String code;

    CopyDefect(String code) {
        this.code = code;
    }

    /** Camel case, as forms, mails and the database write it. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no defect has this code */
    public static CopyDefect of(String code) {
        return Arrays.stream(values())
                .filter(defect -> defect.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No defect " + code));
    }
}
