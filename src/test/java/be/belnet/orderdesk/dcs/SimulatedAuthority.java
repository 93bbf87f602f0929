package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.partner.OutcomeUnknownException;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** A CA in memory that keeps the promises of the port, counts what it did and goes wrong when a test wants it to. */
@Primary
@TestComponent
public class SimulatedAuthority implements CertificateAuthority {
    private static final String NAME = "Sectigo";

    private final Map<String, OrganisationRequest> organisations = new HashMap<>();
    private final Map<String, OrganisationValidation> validations = new HashMap<>();
    private final Map<Domain, String> delegations = new HashMap<>();
    private final Map<String, Account> administrators = new HashMap<>();
    private final List<String> deeds = new ArrayList<>();
    private final Map<String, Fault> faults = new HashMap<>();
    private int ids = 1000;

    /** What goes wrong at a call. */
    public enum Fault {
        REFUSES,
        IS_DOWN,
        /** Does it, and the answer is lost; once. */
        LOSES_ANSWER
    }

    private record Account(String organisation, String email) {}

    /** @param call name of the port's method */
    public synchronized void fail(String call, Fault fault) {
        faults.put(call, fault);
    }

    public synchronized void heal() {
        faults.clear();
    }

    public synchronized void validate(String acronym, OrganisationValidation validation) {
        validations.put(id(acronym), validation);
    }

    /** Somebody removes the organisation at the CA. */
    public synchronized void forget(String acronym) {
        String id = id(acronym);
        organisations.remove(id);
        validations.remove(id);
    }

    /** The organisation that a domain is delegated to, by acronym. */
    public synchronized Optional<String> holder(Domain domain) {
        return Optional.ofNullable(delegations.get(domain))
                .map(id -> organisations.get(id).identity().acronym());
    }

    public synchronized boolean manages(String email) {
        return administrators.values().stream()
                .anyMatch(account -> account.email().equals(email));
    }

    /** How often the CA did this, such as {@code domain example.be added}. */
    public synchronized long count(String deed) {
        return deeds.stream().filter(deed::equals).count();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized Optional<RegisteredOrganisation> findOrganisation(OrganisationIdentity identity) {
        return read("findOrganisation", () -> organisations.entrySet().stream()
                .filter(entry -> isOf(identity.acronym()).test(entry.getValue()))
                .map(entry -> new RegisteredOrganisation(
                        entry.getKey(), entry.getValue().identity().legalName()))
                .findFirst());
    }

    @Override
    public synchronized RegisteredOrganisation createOrganisation(OrganisationRequest request) {
        return change("createOrganisation", () -> {
            String id = next();
            organisations.put(id, request);
            validations.put(id, OrganisationValidation.pending());
            deeds.add("organisation %s created".formatted(request.identity().acronym()));
            return new RegisteredOrganisation(id, request.identity().legalName());
        });
    }

    @Override
    public synchronized Optional<OrganisationValidation> validation(String organisationId) {
        return read("validation", () -> Optional.ofNullable(validations.get(organisationId)));
    }

    @Override
    public synchronized Optional<RegisteredDomain> findDomain(String organisationId, Domain domain) {
        return read("findDomain", () -> Optional.ofNullable(delegations.get(domain))
                .map(holder -> registered(
                        domain,
                        holder.equals(organisationId)
                                ? RegisteredDomain.Delegation.ACTIVE
                                : RegisteredDomain.Delegation.NONE)));
    }

    @Override
    public synchronized RegisteredDomain addDomain(String organisationId, Domain domain) {
        String holder = delegations.get(domain);
        if (holder != null && !holder.equals(organisationId)) {
            throw new PartnerRefusedException(NAME, null, "delegated to another organisation");
        }
        return change("addDomain", () -> {
            if (delegations.put(domain, organisationId) == null) {
                deeds.add("domain %s added".formatted(domain));
            }
            return registered(domain, RegisteredDomain.Delegation.ACTIVE);
        });
    }

    @Override
    public synchronized void removeDomain(String organisationId, Domain domain) {
        change("removeDomain", () -> {
            if (delegations.remove(domain, organisationId)) {
                deeds.add("domain %s removed".formatted(domain));
            }
            return domain;
        });
    }

    @Override
    public synchronized Optional<Administrator> findAdministrator(String organisationId, String email) {
        return read("findAdministrator", () -> administrators.entrySet().stream()
                .filter(entry -> entry.getValue().equals(new Account(organisationId, email)))
                .map(entry -> new Administrator(entry.getKey(), email))
                .findFirst());
    }

    @Override
    public synchronized Administrator inviteAdministrator(String organisationId, AdministratorInvitation invitation) {
        return change("inviteAdministrator", () -> {
            String id = next();
            administrators.put(id, new Account(organisationId, invitation.email()));
            deeds.add("administrator %s invited".formatted(invitation.email()));
            return new Administrator(id, invitation.email());
        });
    }

    @Override
    public synchronized void removeAdministrator(String organisationId, String administratorId) {
        change("removeAdministrator", () -> Optional.ofNullable(administrators.remove(administratorId)));
    }

    private <T> T read(String call, Supplier<T> answer) {
        if (faults.get(call) == Fault.IS_DOWN) {
            throw new PartnerUnavailableException(NAME, "cannot be reached");
        }
        return answer.get();
    }

    private <T> T change(String call, Supplier<T> deed) {
        Fault fault = faults.get(call);
        if (fault == Fault.REFUSES) {
            throw new PartnerRefusedException(NAME, null, "not allowed");
        }
        if (fault == Fault.IS_DOWN) {
            throw new PartnerUnavailableException(NAME, "cannot be reached");
        }
        T answer = deed.get();
        if (fault == Fault.LOSES_ANSWER) {
            faults.remove(call);
            throw new OutcomeUnknownException(NAME, "connection broke");
        }
        return answer;
    }

    private String id(String acronym) {
        return organisations.entrySet().stream()
                .filter(entry -> isOf(acronym).test(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Predicate<OrganisationRequest> isOf(String acronym) {
        return request -> request.identity().acronym().equalsIgnoreCase(acronym);
    }

    private static RegisteredDomain registered(Domain domain, RegisteredDomain.Delegation delegation) {
        return new RegisteredDomain(
                Integer.toString(Math.abs(domain.name().toLowerCase(Locale.ROOT).hashCode())), domain, delegation);
    }

    private String next() {
        return Integer.toString(ids++);
    }
}
