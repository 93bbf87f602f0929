package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.partner.Partner;

/** FortiFlex or FortiCare. */
class FortinetPartner implements Partner {

    private final String code;
    private final String title;

    FortinetPartner(String code, String title) {
        this.code = code;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}
