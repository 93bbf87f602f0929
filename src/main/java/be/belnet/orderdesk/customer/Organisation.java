package be.belnet.orderdesk.customer;

import java.util.List;

/**
 * A customer, or an organisation that asked to become one.
 *
 * @param acronym as the organisation writes it; compared without regard to case
 * @param type researchCentre, universityCollege, university, government, school, hospital, company or other
 * @param enterpriseNumber ten digits of the Belgian register, else the number of the country's own; may be null
 * @param language nl, fr, en or de: the language of its contracts
 * @param country two capitals, ISO 3166
 * @param mailDomains lower case, in the order of the register
 * @param accountManager user id; null while none is named
 * @param belnetCustomer takes another Belnet service already
 */
public record Organisation(
        String acronym,
        String legalName,
        String type,
        String enterpriseNumber,
        String language,
        String street,
        String postcode,
        String city,
        String country,
        List<String> mailDomains,
        String accountManager,
        boolean belnetCustomer) {
    Organisation withMailDomains(List<String> domains) {
        return new Organisation(
                acronym,
                legalName,
                type,
                enterpriseNumber,
                language,
                street,
                postcode,
                city,
                country,
                domains,
                accountManager,
                belnetCustomer);
    }

    Organisation withAccountManager(String other) {
        return new Organisation(
                acronym,
                legalName,
                type,
                enterpriseNumber,
                language,
                street,
                postcode,
                city,
                country,
                mailDomains,
                other,
                belnetCustomer);
    }
}
