package be.belnet.orderdesk.dcs;

import java.util.List;

/**
 * What was determined with a customer of certificates.
 *
 * @param domains in the order given
 * @param priceLine code of the tariff's line
 */
public record DcsNeeds(List<Domain> domains, AdministratorInvitation administrator, String priceLine) {
    public DcsNeeds {
        domains = List.copyOf(domains);
    }
}
