package be.belnet.orderdesk.correspondence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A model for each template. */
final class MailSamples {
    private MailSamples() {}

    /** A sample of each template, and one more where its words turn on what its model holds. */
    static List<Map.Entry<String, Map<String, Object>>> everyCase() {
        return Stream.concat(all().entrySet().stream(), otherCases().stream()).toList();
    }

    private static List<Map.Entry<String, Map<String, Object>>> otherCases() {
        Map<String, Object> reminder = Map.of(
                "contractNumber",
                "BAMS-C-2026-00042",
                "askedOn",
                LocalDate.of(2026, 11, 10),
                "copy1Defect",
                "none",
                "copy2Defect",
                "missing");
        return List.of(
                Map.entry("contract-reminder", with(all().get("contract-reminder"), Map.of("last", true))),
                Map.entry("contract-reminder", with(reminder, Map.of("last", false))),
                Map.entry("contract-reminder", with(reminder, Map.of("last", true, "copy1Defect", "pageMissing"))),
                Map.entry("contract", with(all().get("contract"), Map.of("version", 2, "reason", "Article 3 is out."))),
                Map.entry("withdrawal-confirmed", Map.of("reason", "Article 3 cannot be left out.")));
    }

    static Map<String, Map<String, Object>> all() {
        var summary = new LinkedHashMap<String, String>();
        summary.put("Mailboxes", "1 200");
        summary.put("Package", "ATP");
        var samples = new TreeMap<String, Map<String, Object>>();
        samples.put(
                "introduction-customer",
                Map.of("accountManagerName", "Account manager", "accountManagerEmail", "relations1@belnet.example"));
        samples.put(
                "introduction-account-manager",
                Map.of(
                        "customerName", "University of the North",
                        "acronym", "UNORTH",
                        "request", "Good morning,\nwe would like to protect two mail domains.",
                        "contactName", "Mail administrator",
                        "contactEmail", "mail@unorth.example",
                        "contactPhone", "+32 2 555 01 00",
                        "link", "http://127.0.0.1:8080/orders/BAMS-2026-00001"));
        samples.put(
                "contact-change-asked",
                Map.of(
                        "newName", "Head of systems",
                        "newEmail", "systems@unorth.example",
                        "link", "http://127.0.0.1:8080/follow/contact/one",
                        "linkUntil", LocalDate.of(2027, 2, 1)));
        samples.put("contact-changed", Map.of("taken", true));
        samples.put("contact-kept", Map.of());
        samples.put("follow-link", Map.of());
        samples.put(
                "scan-uploaded",
                Map.of(
                        "customerName", "University of the North",
                        "document", "BAMS-C-2026-00042-v1-signed-copies-1.pdf",
                        "link", "http://127.0.0.1:8080/orders/BAMS-2026-00001"));
        samples.put("ask-customer", Map.of("reason", "Which of your mail domains is meant?"));
        samples.put("ask-acronym", Map.of());
        samples.put("mail-received", Map.of("kind", "termination", "acronymKnown", false));
        samples.put(
                "request-declined", Map.of("outcome", "reject", "reason", "The service is for public bodies only."));
        samples.put(
                "invitation",
                Map.of(
                        "meetingAt", LocalDateTime.of(2026, 12, 10, 14, 0),
                        "meetingPlace", "WTC III, Brussels",
                        "accountManagerName", "Account manager"));
        samples.put(
                "advice-appointment",
                Map.of("appointmentAt", LocalDateTime.of(2026, 12, 11, 9, 30), "adviserName", "Technical adviser"));
        samples.put("contract", Map.of("contractNumber", "BAMS-C-2026-00042", "version", 1, "summary", summary));
        samples.put(
                "missing-copy",
                Map.of(
                        "contractNumber", "BAMS-C-2026-00042",
                        "version", 1,
                        "copy1Defect", "signatureMissing",
                        "copy2Defect", "missing"));
        samples.put("withdrawal-confirmed", Map.of());
        samples.put("digest", digest());
        samples.put("order-cancelled", Map.of("reason", "No appliance of this size can be had this year."));
        samples.put(
                "appliance-ready",
                Map.of(
                        "mxTarget", "unorth.bams.belnet.example",
                        "mailDomains", List.of("unorth.example", "students.unorth.example"),
                        "cutOverOn", LocalDate.of(2026, 12, 16)));
        samples.put(
                "contract-countersigned",
                Map.of(
                        "contractNumber", "BAMS-C-2026-00042",
                        "returnedBy", "post",
                        "cutOverOn", LocalDate.of(2026, 12, 16)));
        samples.put(
                "service-activated",
                withFeedback(Map.of(
                        "activatedOn", LocalDate.of(2026, 12, 16),
                        "mailDomains", List.of("unorth.example"),
                        "trialEndsOn", LocalDate.of(2027, 1, 15),
                        "noticeDays", 5)));
        samples.put(
                "certificates-activated",
                withFeedback(Map.of(
                        "authority",
                        "Sectigo",
                        "activatedOn",
                        LocalDate.of(2026, 12, 16),
                        "interfaceAddress",
                        "https://cert-manager.com/customer/belnet",
                        "domains",
                        List.of("unorth.example", "students.example"),
                        "withoutWildcard",
                        List.of("students.example"),
                        "leftOut",
                        Map.of("campus.example", "It is registered for another organisation."),
                        "administratorEmail",
                        "pki@unorth.example",
                        "ticketAddress",
                        "https://sectigo.com/support-ticket")));
        samples.putAll(aboutDomains());
        samples.put(
                "former-certificates",
                Map.of(
                        "formerAuthority",
                        "DigiCert",
                        "authority",
                        "Sectigo",
                        "endedEarly",
                        Map.of("www.unorth.example, unorth.example [120000001] *", LocalDate.of(2027, 3, 16)),
                        "expiring",
                        Map.of("mail.unorth.example [120000002]", LocalDate.of(2026, 12, 30)),
                        "duplicates",
                        true));
        samples.putAll(aboutTrials());
        samples.putAll(aboutEnds());
        samples.putAll(aboutChanges());
        samples.put(
                "contract-reminder",
                Map.of("contractNumber", "BAMS-C-2026-00042", "askedOn", LocalDate.of(2026, 11, 10), "last", false));
        samples.put("order-lapsed", Map.of());
        samples.put(
                "purchase-order",
                Map.of(
                        "endCustomer", "University of the North",
                        "cpus", "4",
                        "servicePackage", "atp",
                        "addOns", List.of("contentAnalysis", "continuity")));
        samples.put("purchase-order-cancelled", Map.of());
        samples.put(
                "delivery-late",
                Map.of(
                        "promisedOn",
                        LocalDate.of(2026, 12, 8),
                        "link",
                        "http://127.0.0.1:8080/orders/BAMS-2026-00001"));
        samples.put(
                "new-date",
                Map.of(
                        "promisedOn", LocalDate.of(2026, 12, 8),
                        "newDate", LocalDate.of(2026, 12, 15),
                        "reason", "Our supplier delivers the licence a week later than agreed."));
        samples.put(
                "support-ticket",
                Map.of(
                        "partner",
                        "Sectigo",
                        "ticketAddress",
                        "https://sectigo.com/support-ticket",
                        "ticketSubject",
                        "NREN Belnet -Géant 1234567",
                        "numbered",
                        true,
                        "question",
                        "Our certificate is not issued.\nWhat is it waiting for?"));
        samples.put(
                "support-passed-on",
                Map.of(
                        "customerName", "University of the North",
                        "acronym", "UNORTH",
                        "question", "Who may sign the new contract?",
                        "contactName", "Mail administrator",
                        "contactEmail", "mail@unorth.example",
                        "contactPhone", "+32 2 555 01 00",
                        "note", "They called about it as well.",
                        "link", "http://127.0.0.1:8080/orders/BAMS-2026-00001"));
        samples.put(
                "support-answer",
                withFeedback(Map.of(
                        "answer", "Please restart the appliance.\n\nThen look at the log once more.",
                        "question", "Mail waits in the queue.\nWhat can we do?")));
        samples.put(
                "free",
                Map.of(
                        "freeSubject", "About your second domain",
                        "text", "Thank you for your call.\nThe second domain is no problem.\n\nWe will be in touch."));
        return samples;
    }

    private static Map<String, Object> digest() {
        String tasklist = "http://127.0.0.1:8080/camunda/app/tasklist/default/";
        return Map.of(
                "dueToday",
                Map.of("BAMS-2026-00012 NSOL: Discuss wishes, Mon 30 Nov", tasklist + "#/?task=1"),
                "overdue",
                Map.of("DCS-2026-00007 UNORTH: Determine domains, Thu 26 Nov", tasklist + "#/?task=2"),
                "answered",
                Map.of("BAMS-2026-00009 KBR", "http://127.0.0.1:8080/orders/BAMS-2026-00009"),
                "covering",
                Map.of("BAMS-2026-00003 KBR: Determine needs (relations2)", tasklist + "#/?task=3"),
                "groupDue",
                "4",
                "back",
                "http://127.0.0.1:8080/absences/17",
                "tasklist",
                tasklist,
                "settings",
                "http://127.0.0.1:8080/settings");
    }

    private static Map<String, Map<String, Object>> aboutDomains() {
        var standings = new LinkedHashMap<String, String>();
        standings.put("unorth.example", "to be proven by you, then *.unorth.example to be added by you");
        standings.put("students.example", "validated until 12 June 2027");
        var common = Map.<String, Object>of(
                "authority",
                "Sectigo",
                "interfaceAddress",
                "https://cert-manager.com/customer/belnet",
                "domains",
                standings,
                "leftOut",
                Map.of("campus.example", "It is registered for another organisation."),
                "link",
                "http://127.0.0.1:8080/domains/" + "Ab3_".repeat(22),
                "linkUntil",
                LocalDate.of(2027, 3, 16),
                "files",
                true);
        return Map.of(
                "domains-to-validate",
                with(
                        common,
                        Map.of(
                                "kind",
                                "migration",
                                "former",
                                "DigiCert",
                                "wildcards",
                                true,
                                "manual",
                                "https://www.belnet.example/dcs/manual")),
                "domains-reminder",
                with(common, Map.of("done", 1, "all", 2)),
                "domains-link",
                with(common, Map.of()),
                "campaign-overdue",
                Map.of(
                        "from", "DigiCert",
                        "to", "Sectigo",
                        "stopDate", LocalDate.of(2026, 12, 18),
                        "customers", "250",
                        "waiting", "40"),
                "campaign-finished",
                Map.of(
                        "from", "DigiCert",
                        "to", "Sectigo",
                        "customers", "250",
                        "migrated", "241",
                        "abandoned", "6",
                        "passedOver", "3"),
                "customer-migrated",
                with(
                        common,
                        withFeedback(Map.of(
                                "kind",
                                "migration",
                                "givenUp",
                                new TreeMap<>(
                                        Map.of("old.example", "It is registered by nobody.", "older.example", "")),
                                "forgone",
                                Map.of("*.unorth.example", "The organisation may not hold wildcards."),
                                "declined",
                                "students.example, library.example"))));
    }

    private static Map<String, Object> withFeedback(Map<String, Object> model) {
        return with(
                model,
                Map.of(
                        "feedbackLink",
                        "http://127.0.0.1:8080/useful/" + "Ab3_".repeat(22),
                        "feedbackUntil",
                        LocalDate.of(2027, 2, 14)));
    }

    private static Map<String, Object> with(Map<String, Object> common, Map<String, Object> more) {
        var all = new TreeMap<>(common);
        all.putAll(more);
        return all;
    }

    private static Map<String, Map<String, Object>> aboutEnds() {
        LocalDate lastDay = LocalDate.of(2027, 12, 31);
        LocalDate endsOn = lastDay.plusDays(1);
        LocalDate letterBy = LocalDate.of(2027, 9, 30);
        Map<String, Object> letter = Map.of("letterBy", letterBy, "months", 3, "lastDayOfService", lastDay);
        return Map.of(
                "letter-needed",
                letter,
                "letter-reminder",
                letter,
                "notice-refused",
                Map.of("reason", "You have no such contract."),
                "notice-confirmed",
                Map.of(
                        "givenBy",
                        "customer",
                        "moved",
                        false,
                        "notifiedOn",
                        letterBy,
                        "lastDayOfNotice",
                        LocalDate.of(2027, 12, 30),
                        "lastDayOfService",
                        lastDay,
                        "endsOn",
                        endsOn),
                "service-ending",
                Map.of("lastDayOfService", lastDay, "endsOn", endsOn, "domains", List.of("unorth.example")),
                "mail-still-here",
                Map.of(
                        "customerName",
                        "University of the North",
                        "lastDayOfService",
                        lastDay,
                        "domains",
                        List.of("unorth.example"),
                        "link",
                        "http://127.0.0.1:8080/orders/BAMS-2026-00042"),
                "service-ended",
                Map.of("lastDayOfService", lastDay, "removalOn", LocalDate.of(2028, 1, 14)),
                "notice-withdrawn",
                Map.of(),
                "notice-lapsed",
                Map.of(),
                "termination-cancelled",
                Map.of("reason", "Registered by mistake."));
    }

    private static Map<String, Map<String, Object>> aboutChanges() {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put(
                "Mail domains", "+ labo.unorth.example → mx.unorth.example\n− old.unorth.example → mx.unorth.example");
        changes.put("Size of the appliance (CPUs)", "1 → 2");
        changes.put("Price line", "BAMS-2026-01-base → BAMS-2026-02-base");
        return Map.of(
                "change-confirmed",
                Map.of("changes", changes),
                "change-annex",
                Map.of("changes", changes, "contractNumber", "BAMS-C-2026-00042"),
                "change-refused",
                Map.of("reason", "The appliance has the largest size already."),
                "change-done",
                Map.of("changes", changes, "doneOn", LocalDate.of(2026, 12, 1)),
                "change-withdrawn",
                Map.of(),
                "change-cancelled",
                Map.of("reason", "Notice of the service was given."));
    }

    private static Map<String, Map<String, Object>> aboutTrials() {
        LocalDate end = LocalDate.of(2026, 12, 31);
        LocalDate lastSafeDay = LocalDate.of(2026, 12, 23);
        String link = "http://127.0.0.1:8080/subscriptions/7";
        return Map.of(
                "trial-reminder",
                Map.of(
                        "trialEndsOn",
                        end,
                        "lastSafeDay",
                        lastSafeDay,
                        "noticeDays",
                        "5",
                        "goesOn",
                        true,
                        "late",
                        false),
                "trial-reminder-account-manager",
                Map.of(
                        "customerName", "University of the North",
                        "trialEndsOn", end,
                        "lastSafeDay", lastSafeDay,
                        "link", link),
                "trial-ended",
                Map.of("trialEndsOn", end, "contractNumber", "BAMS-C-2026-00042"),
                "trial-ended-account-manager",
                Map.of("customerName", "University of the North", "trialEndsOn", end, "goesOn", true, "link", link));
    }
}
