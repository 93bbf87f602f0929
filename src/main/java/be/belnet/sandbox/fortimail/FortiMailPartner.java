package be.belnet.sandbox.fortimail;

import be.belnet.sandbox.partner.Partner;
import org.springframework.stereotype.Component;

/** All appliances together. */
@Component
class FortiMailPartner implements Partner {

    @Override
    public String code() {
        return "fortimail";
    }

    @Override
    public String title() {
        return "FortiMail";
    }
}
