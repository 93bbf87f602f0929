package be.belnet.orderdesk.dns;

/** What a look-up finds. Its words stand in the bundle {@code messages/dns}. */
public enum FindingKind {
    PUBLISHED("published", false),
    MISSING("missing", true),
    WRONG_VALUE("wrongValue", true),
    WRONG_NAME("wrongName", true),
    LONG_TTL("longTtl", false),
    CNAME_CHAIN("cnameChain", false),
    DNSSEC_FAILURE("dnssecFailure", true),
    NO_ANSWER("noAnswer", true),
    CAA_FORBIDS("caaForbids", true),
    FILE_MISSING("fileMissing", true),
    WRONG_CONTENT("wrongContent", true),
    REDIRECTED("redirected", false),
    REDIRECTED_ELSEWHERE("redirectedElsewhere", true),
    ADDRESS_NOT_PUBLIC("addressNotPublic", true),
    SITE_UNREACHABLE("siteUnreachable", true);

    private final String code;
    private final boolean blocking;

    FindingKind(String code, boolean blocking) {
        this.code = code;
        this.blocking = blocking;
    }

    public String code() {
        return code;
    }

    /** Whether the CA cannot validate the domain as long as this is so. */
    public boolean blocking() {
        return blocking;
    }
}
