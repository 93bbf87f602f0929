package be.belnet.orderdesk.sectigo;

import be.belnet.orderdesk.partner.PartnerAnswer;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;

/** The calls to Certificate Manager that customers and their domains need, and what they answer, word for word. */
class CertificateManager {
    static final String UNKNOWN_DOMAIN = "-727";
    static final String NOT_TO_BE_VALIDATED = "-723";
    static final String DOMAIN_EXISTS = "-700";
    static final String NOT_REQUESTED = "-705";
    static final String DELEGATION_GONE = "-707";

    /** The most that one page may hold. */
    static final int PAGE = 200;

    private static final Set<String> ORGANISATION_GONE = Set.of("404", "-711", "-1023");
    private static final Set<String> ACCOUNT_GONE = Set.of("404", "-970");
    private static final int DAY = "2026-01-31".length();
    private static final String DCV = "/dcv/v1/validation";
    private static final int ANY_STATUS = 0;
    private static final int DATE_REQUESTED = 4;
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
    private static final String MIDNIGHT = "T00:00:00.000Z";

    private final CertificateManagerApi api;

    CertificateManager(CertificateManagerApi api) {
        this.api = api;
    }

    record Organisation(int id, String name) {}

    /** @param expires date and time, absent before the first validation */
    record OrganisationCheck(
            String validationLevel, String status, String backgroundStatus, String expires, boolean alternative) {
        /** @throws PartnerUnavailableException when it is validated without saying until when */
        LocalDate lastDay() {
            return day(expires)
                    .orElseThrow(() -> new PartnerUnavailableException(
                            CertificateManagerApi.NAME, "does not say how long its validation lasts"));
        }
    }

    record DomainName(int id, String name) {}

    record DomainDetails(int id, String name, List<Delegation> delegations) {
        Optional<Delegation> to(int organisation) {
            return delegated().stream()
                    .filter(one -> one.orgId() == organisation)
                    .findFirst();
        }

        boolean toAnother(int organisation) {
            return delegated().stream().anyMatch(one -> one.orgId() != organisation);
        }

        private List<Delegation> delegated() {
            return delegations == null ? List.of() : delegations;
        }
    }

    record Delegation(int orgId, String status) {
        boolean active() {
            return "ACTIVE".equals(constant(status));
        }
    }

    record Account(int id, String login, String email) {}

    /** What is written as {@code telephone} is read as {@code phone}. */
    record AccountDetails(
            int id,
            String login,
            String email,
            String forename,
            String surname,
            String phone,
            List<Credential> credentials) {
        List<Credential> given() {
            return credentials == null ? List.of() : credentials;
        }

        boolean manages(int organisation) {
            return given().stream()
                    .anyMatch(one -> Integer.valueOf(organisation).equals(one.orgId()));
        }
    }

    record Credential(String role, Integer orgId) {}

    record DomainStatus(
            String status,
            String expirationDate,
            String orderStatus,
            String orderMode,
            String host,
            String point,
            String url,
            String firstLine,
            String secondLine,
            String validationEmail) {}

    record DomainRow(String domain, String dcvStatus, String dcvOrderStatus, String expirationDate) {}

    record Emails(List<String> emails) {}

    /** @param expires date and time; absent until it is issued */
    record CertificateRow(
            String id, String serialNumber, String commonName, JsonNode subjAltNames, String status, String expires) {}

    record Report(List<CertificateRow> reports) {}

    List<Organisation> organisations() {
        return List.of(api.read("/organization/v1").as(Organisation[].class));
    }

    int createOrganisation(Map<String, ?> request) {
        return api.create("/organization/v1", request);
    }

    /** Empty when there is no such organisation any more. */
    Optional<List<OrganisationCheck>> checks(int organisation) {
        return known(
                () -> List.of(api.read("/organization/v2/{id}/validations", organisation)
                        .as(OrganisationCheck[].class)),
                ORGANISATION_GONE);
    }

    /** Those whose names hold this one. */
    List<DomainName> domains(String name) {
        return all(position -> api.read("/domain/v1?name={name}&size={size}&position={position}", name, PAGE, position)
                .as(DomainName[].class));
    }

    /**
     * Those that an organisation may have certificates for, wildcards among them.
     *
     * @param state active or inactive
     */
    List<DomainName> domains(int organisation, String state) {
        return all(position -> api.read(
                        "/domain/v1?orgId={id}&status=approved&state={state}&size={size}&position={position}",
                        organisation,
                        state,
                        PAGE,
                        position)
                .as(DomainName[].class));
    }

    /** Empty when it has gone meanwhile. */
    Optional<DomainDetails> domain(int id) {
        return known(() -> api.read("/domain/v1/{id}", id).as(DomainDetails.class), Set.of("404", UNKNOWN_DOMAIN));
    }

    int createDomain(String name, int organisation, List<String> types) {
        var delegation = Map.of("orgId", organisation, "certTypes", types);
        return api.create("/domain/v1", Map.of("name", name, "active", true, "delegations", List.of(delegation)));
    }

    void delegate(int domain, int organisation, List<String> types) {
        api.change(
                HttpMethod.POST,
                "/domain/v1/" + domain + "/delegation",
                Map.of("orgId", organisation, "certTypes", types));
    }

    void approve(int domain, int organisation) {
        api.change(HttpMethod.POST, "/domain/v1/" + domain + "/delegation/approve", Map.of("orgId", organisation));
    }

    void undelegate(int domain, int organisation, List<String> types) {
        api.change(
                HttpMethod.DELETE,
                "/domain/v1/" + domain + "/delegation",
                Map.of("orgId", organisation, "certTypes", types));
    }

    /** Those whose addresses hold this one. */
    List<Account> accounts(String email) {
        return all(
                position -> api.read("/admin/v1?email={email}&size={size}&position={position}", email, PAGE, position)
                        .as(Account[].class));
    }

    List<Account> accounts() {
        return all(position -> api.read("/admin/v1?size={size}&position={position}", PAGE, position)
                .as(Account[].class));
    }

    /** Empty when it has gone meanwhile. */
    Optional<AccountDetails> account(int id) {
        return known(() -> api.read("/admin/v1/{id}", id).as(AccountDetails.class), ACCOUNT_GONE);
    }

    int createAccount(Map<String, ?> request) {
        return api.create("/admin/v1", request);
    }

    void changeAccount(int id, Map<String, ?> request) {
        api.change(HttpMethod.PUT, "/admin/v1/" + id, request);
    }

    void deleteAccount(int id) {
        api.change(HttpMethod.DELETE, "/admin/v1/" + id, null);
    }

    /** Empty when there is no such domain. */
    Optional<DomainStatus> status(String domain) {
        return known(
                () -> api.ask(DCV + "/status?dateFormat=ISO", Map.of("domain", domain))
                        .as(DomainStatus.class),
                Set.of(UNKNOWN_DOMAIN));
    }

    /** Whether there is such a domain, listed or not; that of a wildcard is said in the refusal to validate it. */
    boolean has(String domain) {
        try {
            return status(domain).isPresent();
        } catch (PartnerRefusedException refused) {
            if (NOT_TO_BE_VALIDATED.equals(refused.code())) {
                return true;
            }
            throw refused;
        }
    }

    List<DomainRow> rows(int position) {
        return List.of(api.read(DCV + "?dateFormat=ISO&size={size}&position={position}", PAGE, position)
                .as(DomainRow[].class));
    }

    /** How the domains of one organisation are validated. */
    List<DomainRow> rowsOf(int organisation) {
        return all(position -> api.read(
                        DCV + "?dateFormat=ISO&org={id}&size={size}&position={position}", organisation, PAGE, position)
                .as(DomainRow[].class));
    }

    /**
     * Certificates of an organisation in whatever state, by a report: the list of certificates tells neither state nor end,
     * so that each would take a call of its own.
     *
     * @param before day on which all were asked for already
     */
    List<CertificateRow> certificates(int organisation, LocalDate before) {
        var answer = api.ask(
                "/report/v1/ssl-certificates",
                Map.of(
                        "organizationIds",
                        List.of(organisation),
                        "certificateStatus",
                        ANY_STATUS,
                        "certificateDateAttribute",
                        DATE_REQUESTED,
                        "from",
                        BEGINNING + MIDNIGHT,
                        "to",
                        before + MIDNIGHT));
        var reports = answer.as(Report.class).reports();
        if (reports == null) {
            throw answer.unreadable();
        }
        return reports;
    }

    /** @param method as it stands in the path */
    PartnerAnswer start(String method, String domain) {
        return api.change(HttpMethod.POST, DCV + "/start/domain/" + method, Map.of("domain", domain));
    }

    DomainStatus submit(String method, Map<String, String> request) {
        return api.change(HttpMethod.POST, DCV + "/submit/domain/" + method, request)
                .as(DomainStatus.class);
    }

    void clear(String domain) {
        api.change(HttpMethod.POST, DCV + "/clear", Map.of("domain", domain));
    }

    /** @throws PartnerRefusedException when it is no id of Sectigo's */
    static int number(String id) {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException notOfSectigo) {
            throw new PartnerRefusedException(CertificateManagerApi.NAME, "id", "no number of Sectigo's: " + id);
        }
    }

    /** The day of a date or a date-time in any ISO form; empty when it is none. */
    static Optional<LocalDate> day(String written) {
        try {
            return Optional.ofNullable(written)
                    .map(text -> LocalDate.parse(text.length() > DAY ? text.substring(0, DAY) : text));
        } catch (DateTimeParseException anotherForm) {
            return Optional.empty();
        }
    }

    /** A status as a constant, however it is spelt: tables and examples of the description disagree. Null stays null. */
    static String constant(String status) {
        return status == null ? null : status.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static <T> List<T> all(IntFunction<T[]> page) {
        var all = new ArrayList<T>();
        T[] part;
        do {
            part = page.apply(all.size());
            all.addAll(Arrays.asList(part));
        } while (part.length == PAGE);
        return all;
    }

    private static <T> Optional<T> known(Supplier<T> look, Set<String> gone) {
        try {
            return Optional.of(look.get());
        } catch (PartnerRefusedException refused) {
            if (gone.contains(refused.code())) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
