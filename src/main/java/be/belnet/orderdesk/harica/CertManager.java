package be.belnet.orderdesk.harica;

import be.belnet.orderdesk.partner.PartnerAnswer;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls to CertManager that customers and their domains need. Lists are taken whole and looked through here, since
 * what they are asked to filter by is ignored.
 */
class CertManager {
    private static final String ADMIN = "/api/OrganizationAdmin/";

    /** Change of DNS, by the numbers of the Baseline Requirements. */
    private static final String DNS_CHANGE = "3.2.2.4.7";

    private final HaricaApi api;

    CertManager(HaricaApi api) {
        this.api = api;
    }

    /** An enterprise. */
    record Group(String id, String alias) {}

    /**
     * A domain of an enterprise, which CertManager calls an organisation.
     *
     * @param organization legal name of the enterprise
     * @param validity local date and time; null before the first validation
     * @param validityOV the same of the organisation
     */
    record Row(
            String organizationId,
            String domain,
            String organization,
            String validity,
            String validityOV,
            String groupId) {}

    record Created(String id) {}

    List<Group> groups() {
        return List.of(
                api.read(ADMIN + "SearchGroups", Map.of("key", "", "value", "")).as(Group[].class));
    }

    List<Row> rows() {
        return List.of(api.read(ADMIN + "GetOrganizations", Map.of()).as(Row[].class));
    }

    /** The id of the new enterprise. No published client makes one: address and fields are to be tried before use. */
    String createEnterprise(Map<String, ?> request) {
        PartnerAnswer answer = api.change(ADMIN + "CreateEnterprise", request);
        var id = answer.as(Created.class).id();
        if (id == null || id.isBlank()) {
            throw answer.unreadable();
        }
        return id;
    }

    /** The answer is empty: what to publish goes to the address. */
    void prevalidate(String organizationId, String email) {
        var request = new LinkedHashMap<String, String>();
        request.put("organizationId", organizationId);
        request.put("usersEmail", email);
        request.put("validationMethodName", DNS_CHANGE);
        request.put("whoisEmail", "");
        api.change(ADMIN + "CreatePrevalidatedValidation", request);
    }

    /**
     * The day of a moment; null when there is none.
     *
     * @throws PartnerUnavailableException when it is written in another way
     */
    static LocalDate day(String written) {
        try {
            return written == null || written.isBlank()
                    ? null
                    : LocalDateTime.parse(written).toLocalDate();
        } catch (DateTimeParseException anotherForm) {
            throw new PartnerUnavailableException(HaricaApi.NAME, "writes dates in a way that we do not read");
        }
    }
}
