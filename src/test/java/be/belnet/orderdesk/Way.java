package be.belnet.orderdesk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Takes an order of mail security along its straight way, for tests of what can happen further on. */
@TestComponent
public class Way {
    private final Desk desk;
    private final Register register;
    private final TestClock clock;

    Way(Desk desk, Register register, TestClock clock) {
        this.desk = desk;
        this.register = register;
        this.clock = clock;
    }

    /** The order of a new customer, whose contract has just left; its number. */
    public String contractOut(String language) {
        return contractOut(register.university(language), language);
    }

    /** An order of a customer, whose contract has just left; its number. A second one is accepted on the way. */
    public String contractOut(String acronym, String language) {
        String order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym",
                        acronym,
                        "contactName",
                        "Mail administrator",
                        "contactEmail",
                        "mail-admin@customer.example",
                        "contactLanguage",
                        language));
        if (desk.openTasks(order).contains("userTask_reviewRequest")) {
            desk.complete(
                    order, "userTask_reviewRequest", "desk1", Map.of("requestOutcome", "accept", "acronym", acronym));
        }
        desk.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        desk.complete(order, "userTask_discussWishes", "relations1", Map.of("wishes", "Less spam"));
        determineNeeds(order);
        return order;
    }

    public void determineNeeds(String order) {
        desk.complete(
                order,
                "userTask_determineNeeds",
                "relations1",
                Map.of("mailDomains", "customer.example mx.customer.example", "mailboxes", 40));
    }

    /** The order of a new customer, whose signed copies are here; delivery has begun. */
    public String signed(String language) {
        String order = contractOut(language);
        registerCopies(order, Map.of());
        return order;
    }

    /** Two copies in order, but for what is said otherwise. */
    public void registerCopies(String order, Map<String, Object> otherwise) {
        Map<String, Object> copies = new HashMap<>(copies());
        copies.putAll(otherwise);
        desk.complete(order, "userTask_registerSignedCopies", "relations1", copies);
    }

    /** Answers that register two copies in order. */
    public Map<String, Object> copies() {
        return Map.of(
                "copiesReceived",
                2,
                "signatoryName",
                "The signatory",
                "signatoryRole",
                "Rector",
                "receivedOn",
                clock.today().toString());
    }

    public void handOver(String order) {
        desk.complete(
                order,
                "userTask_handOverAppliance",
                "operations1",
                Map.of("handOverChecks", List.of("serial", "domains", "testMail", "mx")));
    }

    public void countersign(String order) {
        desk.complete(
                order,
                "userTask_countersignContract",
                "relations2",
                Map.of("countersignedBy", "Director", "returnedBy", "post"));
    }

    /** A code of the distributor that nobody has registered. */
    public static String registrationCode() {
        String signs = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        return "%s-%s-%s-%s-%s"
                .formatted(
                        signs.substring(0, 5),
                        signs.substring(5, 10),
                        signs.substring(10, 15),
                        signs.substring(15, 20),
                        signs.substring(20, 26));
    }
}
