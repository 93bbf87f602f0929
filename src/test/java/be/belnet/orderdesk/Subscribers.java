package be.belnet.orderdesk;

import be.belnet.orderdesk.bams.Appliance;
import be.belnet.orderdesk.bams.ApplianceHost;
import be.belnet.orderdesk.bams.ApplianceRequest;
import be.belnet.orderdesk.bams.LicenceRequest;
import be.belnet.orderdesk.bams.LicenceSupplier;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.CertificateAuthority;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.OrganisationIdentity;
import be.belnet.orderdesk.dcs.OrganisationRequest;
import be.belnet.orderdesk.subscription.PartnerReferences;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Customers that have a service, with what belongs to it at the partners, for tests of what comes after the order. */
@TestComponent
public class Subscribers {
    private final ApplianceHost appliances;
    private final LicenceSupplier licences;
    private final Authorities authorities;
    private final CustomerRegister customers;
    private final Subscriptions subscriptions;
    private final JdbcClient jdbc;

    Subscribers(
            ApplianceHost appliances,
            LicenceSupplier licences,
            Authorities authorities,
            CustomerRegister customers,
            Subscriptions subscriptions,
            JdbcClient jdbc) {
        this.appliances = appliances;
        this.licences = licences;
        this.authorities = authorities;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.jdbc = jdbc;
    }

    /**
     * A contract of mail security of which no partner knows anything; its id.
     *
     * @param trialEndsOn null without a trial
     */
    public long mailSecurity(String acronym, LocalDate startsOn, LocalDate trialEndsOn, String... domains) {
        return insert("BAMS", acronym, startsOn, trialEndsOn, PartnerReferences.NONE, List.of(domains));
    }

    /**
     * A contract of mail security with an appliance that runs on its licence; its id.
     *
     * @param reference under which partners and their ledger know both
     */
    public long runningMailSecurity(String acronym, LocalDate startsOn, String reference, String... domains) {
        String licence = licences.order(reference, new LicenceRequest(acronym, 1, "base", Set.of()))
                .serialNumber();
        String appliance = appliances
                .create(reference, new ApplianceRequest(1, "mx." + reference + ".example", "LICENSE-TOKEN:none"))
                .id();
        Awaitility.await().until(() -> appliances.look(appliance).orElseThrow().state() == Appliance.State.READY);
        return insert(
                "BAMS", acronym, startsOn, null, PartnerReferences.appliance(licence, appliance), List.of(domains));
    }

    /** A contract of certificates with an organisation at Sectigo that uses these domains; its id. */
    public long certificates(String acronym, LocalDate startsOn, Domain... domains) {
        Organisation customer = customers.find(acronym).orElseThrow();
        CertificateAuthority sectigo = authorities.authority("sectigo");
        String organisation = sectigo.createOrganisation(new OrganisationRequest(
                        new OrganisationIdentity(acronym, customer.legalName(), customer.enterpriseNumber()),
                        customer.street(),
                        customer.postcode(),
                        customer.city(),
                        customer.country(),
                        domains[0]))
                .id();
        Stream.of(domains).forEach(domain -> sectigo.addDomain(organisation, domain));
        return insert(
                "DCS",
                acronym,
                startsOn,
                null,
                PartnerReferences.organisation("sectigo", organisation),
                Stream.of(domains).map(Domain::name).toList());
    }

    /** A contract of certificates of which no authority knows anything; its id. */
    public long certificatesOnPaper(String acronym, LocalDate startsOn, String... domains) {
        return insert("DCS", acronym, startsOn, null, PartnerReferences.NONE, List.of(domains));
    }

    /** Under which partners know what nobody else has. */
    public static String reference() {
        return "END-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private long insert(
            String service,
            String acronym,
            LocalDate startsOn,
            LocalDate trialEndsOn,
            PartnerReferences references,
            List<String> domains) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into subscription (service, acronym, state, live, contract_number, contract_starts_on,"
                        + " activated_on, trial_ends_on, licence_serial, appliance_id, authority, organisation_id)"
                        + " values (?, ?, 'active', 1, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        service,
                        acronym,
                        "C-" + UUID.randomUUID().toString().substring(0, 12),
                        startsOn,
                        startsOn,
                        trialEndsOn,
                        references.licenceSerial(),
                        references.applianceId(),
                        references.authority(),
                        references.organisationId()))
                .update(key, "id");
        long id = key.getKey().longValue();
        subscriptions.keepDomains(id, domains);
        return id;
    }
}
