package be.belnet.orderdesk.sectigo;

import static be.belnet.orderdesk.sectigo.CertificateManager.constant;
import static be.belnet.orderdesk.sectigo.CertificateManager.number;

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
import be.belnet.orderdesk.partner.PartnerLeases;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import be.belnet.orderdesk.sectigo.CertificateManager.AccountDetails;
import be.belnet.orderdesk.sectigo.CertificateManager.Credential;
import be.belnet.orderdesk.sectigo.CertificateManager.DomainDetails;
import be.belnet.orderdesk.sectigo.CertificateManager.DomainName;
import be.belnet.orderdesk.sectigo.CertificateManager.Organisation;
import be.belnet.orderdesk.sectigo.CertificateManager.OrganisationCheck;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sectigo, by its Certificate Manager. Organisations are known there by their names, domains by theirs, administrators by
 * their addresses; nothing is made before all of them were looked through. Whoever changes an account writes all that it
 * manages, so two organisations with the same administrator keep out of each other's way.
 */
class SectigoCertificateAuthority implements CertificateAuthority {
    private static final String ACTIVE = "active";
    private static final String TWO_OBJECTS = "twoObjects";
    private static final String ORGANISATION_LEVEL = "OV_SSL";
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_CITY = 32;
    private static final int LONGEST_POSTCODE = 10;

    private final CertificateManager scm;
    private final SectigoProperties settings;
    private final Clock clock;
    private final PartnerLeases leases;

    SectigoCertificateAuthority(CertificateManager scm, SectigoProperties settings, Clock clock, PartnerLeases leases) {
        this.scm = scm;
        this.settings = settings;
        this.clock = clock;
        this.leases = leases;
    }

    @Override
    public String name() {
        return CertificateManagerApi.NAME;
    }

    @Override
    public URI webAddress() {
        return settings.webAddress();
    }

    @Override
    public String caaName() {
        return "sectigo.com";
    }

    @Override
    public boolean takesTickets() {
        return true;
    }

    /** Lists hold names alone, so that the acronym, which is kept as an alias, cannot be looked for. */
    @Override
    public Optional<RegisteredOrganisation> findOrganisation(OrganisationIdentity identity) {
        var hits = scm.organisations().stream()
                .filter(one -> one.name() != null && same(one.name(), identity.legalName()))
                .toList();
        return only(hits, "two organisations are called " + identity.legalName())
                .map(SectigoCertificateAuthority::registered);
    }

    @Override
    public RegisteredOrganisation createOrganisation(OrganisationRequest request) {
        return findOrganisation(request.identity()).orElseGet(() -> create(request));
    }

    @Override
    public Optional<OrganisationValidation> validation(String organisationId) {
        return scm.checks(number(organisationId)).map(this::validation);
    }

    @Override
    public List<RegisteredOrganisation> organisations() {
        return scm.organisations().stream()
                .map(SectigoCertificateAuthority::registered)
                .toList();
    }

    /** No list tells of all delegations at once: each organisation's domains are a list of their own. */
    @Override
    public Map<String, Set<Domain>> delegated(Set<String> organisationIds) {
        return organisationIds.stream()
                .collect(
                        Collectors.toMap(Function.identity(), id -> domains(scm.domains(number(id), ACTIVE).stream())));
    }

    @Override
    public Optional<Set<String>> administratorIds() {
        return Optional.of(
                scm.accounts().stream().map(one -> String.valueOf(one.id())).collect(Collectors.toSet()));
    }

    @Override
    public boolean changesDomains() {
        return true;
    }

    /** Names that certificates cannot be for are passed over. */
    private static Set<Domain> domains(Stream<DomainName> listed) {
        return listed.flatMap(one -> {
                    try {
                        return Stream.of(new Domain(one.name()));
                    } catch (IllegalArgumentException noDomain) {
                        return Stream.empty();
                    }
                })
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<RegisteredDomain> findDomain(String organisationId, Domain domain) {
        return details(domain).map(found -> registered(found, number(organisationId), domain));
    }

    @Override
    public RegisteredDomain addDomain(String organisationId, Domain domain) {
        var organisation = number(organisationId);
        // the list of what holds its name has its wildcard too
        var listed = scm.domains(domain.base().name());
        refuseWhatAnotherHas(organisation, domain, listed);
        var found = details(domain, listed).orElseGet(() -> create(organisation, domain));
        var delegation = found.to(organisation);
        if (delegation.isEmpty()) {
            scm.delegate(found.id(), organisation, settings.certificateTypes());
        } else if (!delegation.get().active()) {
            approve(found.id(), organisation);
        }
        return registered(known(found.id(), domain), organisation, domain);
    }

    @Override
    public void removeDomain(String organisationId, Domain domain) {
        var organisation = number(organisationId);
        var details = details(domain);
        if (details.isEmpty() && scm.has(domain.name())) {
            throw new PartnerUnavailableException(name(), "has " + domain + ", but does not list it yet");
        }
        details.filter(found -> found.to(organisation).isPresent())
                .ifPresent(found -> unlessGone(
                        Set.of("404", CertificateManager.UNKNOWN_DOMAIN, CertificateManager.DELEGATION_GONE),
                        () -> scm.undelegate(found.id(), organisation, settings.certificateTypes())));
    }

    @Override
    public Optional<Administrator> findAdministrator(String organisationId, String email) {
        return account(email)
                .filter(found -> found.manages(number(organisationId)))
                .map(SectigoCertificateAuthority::administrator);
    }

    @Override
    public Administrator inviteAdministrator(String organisationId, AdministratorInvitation invitation) {
        var organisation = number(organisationId);
        return withoutDescription(() -> alone(invitation.email(), () -> account(invitation.email())
                .map(found -> letManage(found, organisation))
                .orElseGet(() -> create(organisation, invitation))));
    }

    /** An account that manages nothing any more is ended. */
    @Override
    public void removeAdministrator(String organisationId, String administratorId) {
        var organisation = number(organisationId);
        withoutDescription(() -> {
            managing(administratorId, organisation)
                    .ifPresent(seen -> alone(seen.email(), () -> {
                        managing(administratorId, organisation)
                                .ifPresent(found ->
                                        unlessGone(Set.of("404", "-970"), () -> takeAway(found, organisation)));
                        return null;
                    }));
            return null;
        });
    }

    private Optional<AccountDetails> managing(String administratorId, int organisation) {
        return scm.account(number(administratorId)).filter(found -> found.manages(organisation));
    }

    /** The lease names nobody: it stands in the database, and in the words of whoever finds it taken. */
    private <T> T alone(String email, Supplier<T> change) {
        UUID name = UUID.nameUUIDFromBytes(
                String.valueOf(email).strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return leases.holding(name(), "account " + name, change);
    }

    private RegisteredOrganisation create(OrganisationRequest request) {
        var name = fitting(request.identity().legalName(), LONGEST_NAME, "name");
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", name);
        fields.put("alias", request.identity().acronym());
        fields.put("address1", fitting(request.street(), LONGEST_NAME, "street"));
        fields.put("city", fitting(request.city(), LONGEST_CITY, "city"));
        fields.put("postalCode", fitting(request.postcode(), LONGEST_POSTCODE, "postcode"));
        fields.put("country", request.country());
        fields.put("sslCertsApiEnabled", true);
        fields.put("clientCertificate", Map.of("allowKeyRecoveryByMasterAdmins", false));
        return new RegisteredOrganisation(String.valueOf(scm.createOrganisation(fields)), name);
    }

    private OrganisationValidation validation(List<OrganisationCheck> checks) {
        return checks.stream()
                .filter(check -> ORGANISATION_LEVEL.equals(constant(check.validationLevel())) && !check.alternative())
                .findFirst()
                .map(this::validation)
                .orElseGet(OrganisationValidation::pending);
    }

    private OrganisationValidation validation(OrganisationCheck check) {
        if ("VALIDATED".equals(constant(check.status()))) {
            return check.lastDay().isBefore(AuthorityTime.today(clock))
                    ? OrganisationValidation.pending()
                    : OrganisationValidation.validatedUntil(check.lastDay());
        }
        return "FAILED".equals(constant(check.backgroundStatus()))
                ? OrganisationValidation.refused(null)
                : OrganisationValidation.pending();
    }

    /** Whoever has a domain may have certificates for its wildcard, and the other way round. */
    private void refuseWhatAnotherHas(int organisation, Domain domain, List<DomainName> listed) {
        Stream.of(domain.base(), domain.wildcard())
                .flatMap(name -> details(name, listed).stream())
                .filter(found -> found.toAnother(organisation))
                .findFirst()
                .ifPresent(found -> {
                    throw new PartnerRefusedException(
                            name(), "delegated", found.name() + " belongs to another organisation");
                });
    }

    /** Who asks for a domain that has come in between gets that one, once it is listed. */
    private DomainDetails create(int organisation, Domain domain) {
        try {
            return known(scm.createDomain(domain.name(), organisation, settings.certificateTypes()), domain);
        } catch (PartnerRefusedException refused) {
            if (!CertificateManager.DOMAIN_EXISTS.equals(refused.code())) {
                throw refused;
            }
            throw new PartnerUnavailableException(name(), "has " + domain + ", but does not list it yet");
        }
    }

    /** Somebody may have approved it meanwhile. */
    private void approve(int domain, int organisation) {
        unlessGone(Set.of(CertificateManager.NOT_REQUESTED), () -> scm.approve(domain, organisation));
    }

    private Optional<DomainDetails> details(Domain domain) {
        return details(domain, scm.domains(domain.name()));
    }

    private Optional<DomainDetails> details(Domain domain, List<DomainName> listed) {
        var hits = listed.stream()
                .filter(one -> domain.name().equalsIgnoreCase(one.name()))
                .toList();
        return only(hits, "two domains are called " + domain).flatMap(one -> scm.domain(one.id()));
    }

    private DomainDetails known(int id, Domain domain) {
        return scm.domain(id).orElseThrow(() -> new PartnerUnavailableException(name(), "does not show " + domain));
    }

    private static RegisteredDomain registered(DomainDetails found, int organisation, Domain domain) {
        var delegation = found.to(organisation)
                .map(one -> one.active() ? Delegation.ACTIVE : Delegation.REQUESTED)
                .orElse(Delegation.NONE);
        return new RegisteredDomain(String.valueOf(found.id()), domain, delegation);
    }

    private static RegisteredOrganisation registered(Organisation found) {
        return new RegisteredOrganisation(String.valueOf(found.id()), found.name());
    }

    /** The account under an address, whatever it manages. */
    private Optional<AccountDetails> account(String email) {
        var hits = scm.accounts(email).stream()
                .filter(one -> one.email() != null && same(one.email(), email))
                .toList();
        return only(hits, "two accounts have the same address").flatMap(one -> scm.account(one.id()));
    }

    private Administrator letManage(AccountDetails found, int organisation) {
        if (!found.manages(organisation)) {
            var all = new ArrayList<>(found.given());
            all.addAll(credentials(organisation));
            scm.changeAccount(found.id(), account(found, all));
        }
        return administrator(found);
    }

    private Administrator create(int organisation, AdministratorInvitation invitation) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("login", invitation.email());
        fields.put("email", invitation.email());
        fields.put("forename", invitation.givenName());
        fields.put("surname", invitation.familyName());
        fields.put("telephone", invitation.phone());
        fields.put("credentials", credentials(organisation));
        return new Administrator(String.valueOf(scm.createAccount(fields)), invitation.email());
    }

    private void takeAway(AccountDetails found, int organisation) {
        var rest = found.given().stream()
                .filter(one -> !Integer.valueOf(organisation).equals(one.orgId()))
                .toList();
        if (rest.isEmpty()) {
            scm.deleteAccount(found.id());
        } else {
            scm.changeAccount(found.id(), account(found, rest));
        }
    }

    private static Map<String, Object> account(AccountDetails found, List<Credential> credentials) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("login", found.login());
        fields.put("email", found.email());
        fields.put("forename", found.forename());
        fields.put("surname", found.surname());
        fields.put("telephone", found.phone());
        fields.put("credentials", credentials);
        return fields;
    }

    private List<Credential> credentials(int organisation) {
        return settings.administratorRoles().stream()
                .map(role -> new Credential(role, organisation))
                .toList();
    }

    private static Administrator administrator(AccountDetails found) {
        return new Administrator(String.valueOf(found.id()), found.email());
    }

    private <T> Optional<T> only(List<T> hits, String two) {
        if (hits.size() > 1) {
            throw new PartnerRefusedException(name(), TWO_OBJECTS, two);
        }
        return hits.stream().findFirst();
    }

    private String fitting(String text, int longest, String what) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new PartnerRefusedException(
                    name(), what, "the organisation's %s must have 1 to %d characters".formatted(what, longest));
        }
        return text;
    }

    private static boolean same(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    private static void unlessGone(Set<String> gone, Runnable change) {
        try {
            change.run();
        } catch (PartnerRefusedException refused) {
            if (!gone.contains(refused.code())) {
                throw refused;
            }
        }
    }

    /** What is said about an account may name its owner. */
    private <T> T withoutDescription(Supplier<T> call) {
        try {
            return call.get();
        } catch (PartnerRefusedException refused) {
            throw new PartnerRefusedException(name(), refused.code(), "the administrator's account");
        }
    }
}
