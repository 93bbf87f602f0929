package be.belnet.orderdesk.intake;

import java.util.Arrays;

/** What a mail wants. */
public enum MailKind {
    ORDER("order"),
    MIGRATION("migration"),
    TERMINATION("termination"),
    SUPPORT("support"),
    CHANGE("change"),
    /** A person has to read it. */
    UNCLEAR("unclear"),
    /** A mail of ours came back. */
    BOUNCE("bounce");

    private final String code;

    MailKind(String code) {
        this.code = code;
    }

    /** As tables, rows and texts write it. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no kind has this code */
    public static MailKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of mail is called " + code));
    }
}
