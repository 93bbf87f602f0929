package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.partner.Partner;

/** The log-in before FortiFlex and FortiCare. */
class FortiCloudPartner implements Partner {

    @Override
    public String code() {
        return "forticloud";
    }

    @Override
    public String title() {
        return "FortiCloud log-in";
    }
}
