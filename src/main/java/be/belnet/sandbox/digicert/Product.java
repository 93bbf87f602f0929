package be.belnet.sandbox.digicert;

/** What was ordered. */
enum Product {
    MULTI_DOMAIN("ssl_multi_domain", "Multi-Domain SSL", 1),
    WILDCARD("ssl_wildcard", "Wildcard SSL", 1),
    /** Paid for two years; its certificate is renewed within them. */
    MULTI_YEAR("ssl_basic", "Basic OV", 2);

    private final String nameId;
    private final String title;
    private final int years;

    Product(String nameId, String title, int years) {
        this.nameId = nameId;
        this.title = title;
        this.years = years;
    }

    String nameId() {
        return nameId;
    }

    String title() {
        return title;
    }

    String type() {
        return this == WILDCARD ? "wildcard_ssl_certificate" : "ssl_certificate";
    }

    int years() {
        return years;
    }
}
