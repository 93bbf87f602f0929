package be.belnet.orderdesk.dcs;

import java.time.LocalDate;
import java.util.List;

/**
 * What an order of certificates adds to its order file. Everything but number, authority and domains is null until its step
 * was taken.
 *
 * @param authority the adapter's name, such as sectigo
 * @param domains in the order given; none until they are known
 * @param priceLine code of the tariff's line
 * @param organisationId the CA's
 * @param administratorId the CA's
 * @param validUntil last day of the organisation's validation
 */
public record DcsOrder(
        String number,
        String authority,
        List<Domain> domains,
        AdministratorInvitation administrator,
        String priceLine,
        String organisationId,
        String administratorId,
        LocalDate validUntil) {}
