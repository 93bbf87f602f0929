package be.belnet.sandbox.digicert;

import static be.belnet.sandbox.digicert.Json.object;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An organisation.
 *
 * @param country alpha-2 in lower case
 * @param contactEmail of its organisation contact
 * @param validatedUntil last day of its OV validation
 */
record Organization(
        long id,
        String status,
        String name,
        String assumedName,
        String displayName,
        String address,
        String zip,
        String city,
        String country,
        String telephone,
        String contactEmail,
        long containerId,
        LocalDate validatedUntil,
        LocalDate dateCreated) {

    boolean active() {
        return status.equals("active");
    }

    /** By its acronym or legal name, however they are written. */
    boolean isCalled(String words) {
        return words.equalsIgnoreCase(assumedName) || words.equalsIgnoreCase(name);
    }

    /** As lists show it. */
    Map<String, Object> entry(boolean withValidation, LocalDate today) {
        return object(
                "id", id,
                "status", status,
                "name", name,
                "assumed_name", assumedName,
                "display_name", displayName,
                "is_active", active(),
                "address", address,
                "zip", zip,
                "city", city,
                "state", city,
                "country", country,
                "telephone", telephone,
                "container", container(),
                "validations", withValidation ? validations(today) : null);
    }

    Map<String, Object> details(LocalDate today) {
        var details = entry(true, today);
        details.put(
                "organization_contact",
                object(
                        "first_name",
                        "Certificate",
                        "last_name",
                        "Administrator",
                        "email",
                        contactEmail,
                        "telephone",
                        telephone));
        details.put("verified_contacts", List.of());
        details.put("ev_approvers", List.of());
        return details;
    }

    /** Nested in a domain; there alone it is active with a string of one digit. */
    Map<String, Object> nestedInDomain() {
        return object(
                "id",
                id,
                "status",
                status,
                "name",
                name,
                "display_name",
                displayName,
                "is_active",
                active() ? "1" : "0");
    }

    Map<String, Object> nestedInOrder() {
        return object("id", id, "name", name);
    }

    Map<String, Object> container() {
        return object("id", containerId, "parent_id", 0, "name", displayName, "is_active", true);
    }

    private List<Object> validations(LocalDate today) {
        return List.of(object(
                "type",
                "ov",
                "name",
                "OV",
                "description",
                "Normal Organization Validation",
                "date_created",
                Dates.moment(dateCreated),
                "validated_until",
                Dates.moment(validatedUntil),
                "status",
                validatedUntil.isBefore(today) ? "expired" : "active",
                "verified_users",
                List.of()));
    }
}
