package be.belnet.orderdesk.customer;

import be.belnet.orderdesk.csv.CsvLine;
import be.belnet.orderdesk.csv.LineRefusedException;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** A line of the file of organisations that passed its checks. */
record OrganisationLine(Organisation organisation, List<String> formerAcronyms) {
    static final List<String> COLUMNS = List.of(
            "acronym",
            "former_acronyms",
            "legal_name",
            "type",
            "enterprise_number",
            "language",
            "street",
            "postcode",
            "city",
            "country",
            "mail_domains",
            "account_manager",
            "belnet_customer");
    static final List<String> TYPES = List.of(
            "researchCentre",
            "universityCollege",
            "university",
            "government",
            "school",
            "hospital",
            "company",
            "other");

    /** @throws LineRefusedException with everything that is wrong in the line */
    static OrganisationLine of(CsvLine line) {
        LineCheck check = new LineCheck(line);
        String country = check.country();
        Organisation organisation = new Organisation(
                check.acronym(),
                check.text("legal_name", 200),
                check.oneOf("type", TYPES),
                check.enterpriseNumber(country),
                check.language(),
                check.text("street", 200),
                check.postcode(country),
                check.text("city", 100),
                country,
                check.mailDomains(),
                check.accountManager(),
                check.yesOrNo("belnet_customer"));
        List<String> former = check.formerAcronyms();
        check.refuseIfWrong();
        return new OrganisationLine(organisation, former);
    }

    /** With former acronyms and mail domains that it does not name, after its own. */
    OrganisationLine with(List<String> acronyms, List<String> domains) {
        return replaced(
                joined(formerAcronyms, acronyms, String::equalsIgnoreCase),
                joined(organisation.mailDomains(), domains, String::equals));
    }

    /** With another account manager. */
    OrganisationLine of(String accountManager) {
        return new OrganisationLine(organisation.withAccountManager(accountManager), formerAcronyms);
    }

    /** Without these former acronyms and mail domains. */
    OrganisationLine without(List<String> acronyms, List<String> domains) {
        return replaced(
                formerAcronyms.stream()
                        .filter(former -> acronyms.stream().noneMatch(former::equalsIgnoreCase))
                        .toList(),
                organisation.mailDomains().stream()
                        .filter(domain -> !domains.contains(domain))
                        .toList());
    }

    private OrganisationLine replaced(List<String> acronyms, List<String> domains) {
        return new OrganisationLine(organisation.withMailDomains(domains), acronyms);
    }

    private static List<String> joined(List<String> own, List<String> others, BiPredicate<String, String> same) {
        return Stream.concat(
                        own.stream().filter(one -> others.stream().noneMatch(other -> same.test(one, other))),
                        others.stream())
                .toList();
    }
}
