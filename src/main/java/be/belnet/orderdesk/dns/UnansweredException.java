package be.belnet.orderdesk.dns;

/** A name that could not be looked up. */
class UnansweredException extends Exception {
    private final transient Finding finding;

    UnansweredException(FindingKind kind, String name) {
        super(kind + " " + name, null, false, false);
        this.finding = Finding.of(kind, name);
    }

    Finding finding() {
        return finding;
    }
}
