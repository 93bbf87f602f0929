package be.belnet.orderdesk.harica;

import be.belnet.orderdesk.dcs.Administrator;
import be.belnet.orderdesk.dcs.AdministratorInvitation;
import be.belnet.orderdesk.dcs.AuthorityTime;
import be.belnet.orderdesk.dcs.CertificateAuthority;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.OrganisationIdentity;
import be.belnet.orderdesk.dcs.OrganisationRequest;
import be.belnet.orderdesk.dcs.OrganisationValidation;
import be.belnet.orderdesk.dcs.RegisteredDomain;
import be.belnet.orderdesk.dcs.RegisteredDomain.Delegation;
import be.belnet.orderdesk.dcs.RegisteredOrganisation;
import be.belnet.orderdesk.harica.CertManager.Row;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * HARICA, by its CertManager. What no published description tells how to call is refused: people do it in CertManager's
 * pages, and what they did is taken. Wildcards have no entries there: they stand for their domain.
 */
class HaricaCertificateAuthority implements CertificateAuthority {
    private static final String BY_HAND = "byHand";

    private final CertManager certManager;
    private final HaricaProperties settings;
    private final Clock clock;

    HaricaCertificateAuthority(CertManager certManager, HaricaProperties settings, Clock clock) {
        this.certManager = certManager;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return HaricaApi.NAME;
    }

    @Override
    public URI webAddress() {
        return settings.webAddress();
    }

    @Override
    public String caaName() {
        return "harica.gr";
    }

    @Override
    public boolean takesTickets() {
        return false;
    }

    /** By the alias, which is the acronym where we made it, and by the legal name where people did. */
    @Override
    public Optional<RegisteredOrganisation> findOrganisation(OrganisationIdentity identity) {
        var byAlias = certManager.groups().stream()
                .filter(group -> same(group.alias(), identity.acronym()))
                .map(group -> new RegisteredOrganisation(group.id(), identity.legalName()));
        var byName = certManager.rows().stream()
                .filter(row -> row.groupId() != null && same(row.organization(), identity.legalName()))
                .map(row -> new RegisteredOrganisation(row.groupId(), identity.legalName()));
        var hits = Stream.concat(byAlias, byName).distinct().toList();
        if (hits.size() > 1) {
            throw new PartnerRefusedException(
                    name(),
                    "twoObjects",
                    "two enterprises are called %s or %s".formatted(identity.acronym(), identity.legalName()));
        }
        return hits.stream().findFirst();
    }

    @Override
    public RegisteredOrganisation createOrganisation(OrganisationRequest request) {
        return findOrganisation(request.identity()).orElseGet(() -> create(request));
    }

    /** No answer tells of an organisation that was refused: it stays pending. */
    @Override
    public Optional<OrganisationValidation> validation(String organisationId) {
        var rows = rowsOf(organisationId);
        if (rows.isEmpty() && certManager.groups().stream().noneMatch(group -> organisationId.equals(group.id()))) {
            return Optional.empty();
        }
        return Optional.of(rows.stream()
                .map(row -> CertManager.day(row.validityOV()))
                .filter(day -> day != null && !day.isBefore(AuthorityTime.today(clock)))
                .max(LocalDate::compareTo)
                .map(OrganisationValidation::validatedUntil)
                .orElseGet(OrganisationValidation::pending));
    }

    @Override
    public List<RegisteredOrganisation> organisations() {
        return certManager.groups().stream()
                .map(group -> new RegisteredOrganisation(group.id(), group.alias()))
                .toList();
    }

    /** All of them stand in one list. */
    @Override
    public Map<String, Set<Domain>> delegated(Set<String> organisationIds) {
        Map<String, Set<Domain>> delegated =
                organisationIds.stream().collect(Collectors.toMap(Function.identity(), id -> new HashSet<>()));
        certManager.rows().stream()
                .filter(row -> delegated.containsKey(row.groupId()))
                .forEach(row -> domain(row).ifPresent(delegated.get(row.groupId())::add));
        return delegated;
    }

    /** No published call lists accounts. */
    @Override
    public Optional<Set<String>> administratorIds() {
        return Optional.empty();
    }

    @Override
    public boolean changesDomains() {
        return false;
    }

    /** Empty for names that certificates cannot be for. */
    private static Optional<Domain> domain(Row row) {
        try {
            return Optional.of(new Domain(row.domain()));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<RegisteredDomain> findDomain(String organisationId, Domain domain) {
        return row(certManager, domain).map(row -> registered(row, organisationId, domain));
    }

    @Override
    public RegisteredDomain addDomain(String organisationId, Domain domain) {
        var found = findDomain(organisationId, domain)
                .orElseThrow(() -> byHand("add %s to the enterprise in CertManager".formatted(domain.base())));
        if (!found.isDelegated()) {
            throw new PartnerRefusedException(name(), "delegated", domain.base() + " belongs to another enterprise");
        }
        return found;
    }

    @Override
    public void removeDomain(String organisationId, Domain domain) {
        findDomain(organisationId, domain).filter(RegisteredDomain::isDelegated).ifPresent(found -> {
            throw domain.isWildcard()
                    ? new PartnerRefusedException(
                            name(), "wildcard", "%s goes with %s only".formatted(domain, domain.base()))
                    : byHand("remove %s from the enterprise in CertManager".formatted(domain));
        });
    }

    /** No published call lists accounts: those that people gave are known to them alone. */
    @Override
    public Optional<Administrator> findAdministrator(String organisationId, String email) {
        return Optional.empty();
    }

    @Override
    public Administrator inviteAdministrator(String organisationId, AdministratorInvitation invitation) {
        throw accountsAreMadeByHand();
    }

    @Override
    public void removeAdministrator(String organisationId, String administratorId) {
        throw accountsAreMadeByHand();
    }

    /** What CertManager has of the domain, or of that below a wildcard. */
    static Optional<Row> row(CertManager certManager, Domain domain) {
        var hits = certManager.rows().stream()
                .filter(row -> domain.base().name().equalsIgnoreCase(row.domain()))
                .toList();
        if (hits.size() > 1) {
            throw new PartnerRefusedException(HaricaApi.NAME, "twoObjects", "two domains are called " + domain.base());
        }
        return hits.stream().findFirst();
    }

    private RegisteredOrganisation create(OrganisationRequest request) {
        if (request.primaryDomain() == null) {
            throw lacks("primary domain");
        }
        var identity = request.identity();
        var fields = new LinkedHashMap<String, String>();
        fields.put("alias", needed(identity.acronym(), "acronym"));
        fields.put("legalName", needed(identity.legalName(), "legal name"));
        fields.put("enterpriseNumber", needed(identity.enterpriseNumber(), "enterprise number"));
        fields.put("notificationAlias", settings.contact());
        fields.put("domain", request.primaryDomain().base().name());
        fields.put("country", needed(request.country(), "country"));
        fields.put("locality", request.city());
        return new RegisteredOrganisation(certManager.createEnterprise(fields), identity.legalName());
    }

    private List<Row> rowsOf(String organisationId) {
        return certManager.rows().stream()
                .filter(row -> organisationId.equals(row.groupId()))
                .toList();
    }

    private static RegisteredDomain registered(Row row, String organisationId, Domain domain) {
        var delegation = Objects.equals(row.groupId(), organisationId) ? Delegation.ACTIVE : Delegation.NONE;
        return new RegisteredDomain(row.organizationId(), domain, delegation);
    }

    private String needed(String value, String what) {
        if (value == null || value.isBlank()) {
            throw lacks(what);
        }
        return value;
    }

    private PartnerRefusedException lacks(String what) {
        return new PartnerRefusedException(name(), "lacks", "an enterprise needs the " + what);
    }

    private PartnerRefusedException accountsAreMadeByHand() {
        return byHand("people open their accounts themselves; give and take their roles in CertManager");
    }

    private PartnerRefusedException byHand(String what) {
        return new PartnerRefusedException(name(), BY_HAND, what);
    }

    private static boolean same(String one, String other) {
        return one != null && other != null && one.strip().equalsIgnoreCase(other.strip());
    }
}
