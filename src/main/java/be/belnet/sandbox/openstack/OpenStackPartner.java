package be.belnet.sandbox.openstack;

import be.belnet.sandbox.partner.Partner;
import org.springframework.stereotype.Component;

/** The cloud: Keystone, Nova, Neutron and Glance are one partner. */
@Component
class OpenStackPartner implements Partner {

    @Override
    public String code() {
        return Cloud.PARTNER;
    }

    @Override
    public String title() {
        return "OpenStack";
    }
}
