package be.belnet.sandbox.sectigo;

import java.util.Locale;

/** How control of a domain is shown. */
enum Method {
    CNAME("CNAME_CSR_HASH", true),
    HTTP("HTTP_CSR_HASH", false),
    HTTPS("HTTPS_CSR_HASH", false),
    TXT("DNSTXT_RANDOM_VALUE", true),
    EMAIL("EMAIL", true);

    private final String longName;
    private final boolean inherited;

    Method(String longName, boolean inherited) {
        this.longName = longName;
        this.inherited = inherited;
    }

    /** @param name as it stands in a path, for example {@code cname} */
    static Method inPath(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As details of a domain name it. */
    String longName() {
        return longName;
    }

    /** Whether it holds for the names below as well: a file on a web site proves only the name it is on. */
    boolean inherited() {
        return inherited;
    }
}
