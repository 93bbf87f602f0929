package be.belnet.orderdesk.desk;

import static be.belnet.orderdesk.security.StaffGroup.AUDITORS;
import static be.belnet.orderdesk.security.StaffGroup.CUSTOMER_RELATIONS;
import static be.belnet.orderdesk.security.StaffGroup.MANAGERS;
import static be.belnet.orderdesk.security.StaffGroup.SERVICE_DESK;
import static be.belnet.orderdesk.security.StaffGroup.TECHNICAL_ADVISERS;
import static be.belnet.orderdesk.security.StaffGroup.TERMS_READERS;

import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.security.StaffGroup;
import be.belnet.orderdesk.subscription.Agreement;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionEvent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What somebody sees of orders and subscriptions. Everyone who reads orders sees domains, licences and where things stand.
 *
 * @param terms contract and price, documents and mails
 * @param people who asked, what was written about it, the customer's administrators
 */
record Sight(boolean terms, boolean people) {
    private static final Set<StaffGroup> PEOPLE_READERS =
            Set.of(SERVICE_DESK, CUSTOMER_RELATIONS, TECHNICAL_ADVISERS, MANAGERS, AUDITORS);

    /** Events that tell of contract, price, documents and mails. */
    private static final Set<String> EVENTS_OF_TERMS = Set.of(
            "annexSigned",
            "changesAccepted",
            "changesAsked",
            "changesGivenUp",
            "changesRefused",
            "contractCountersigned",
            "contractGenerated",
            "contractSent",
            "contractSigned",
            "contractVoided",
            "copiesRegistered",
            "documentAdded",
            "fileExported",
            "mailBounced",
            "mailDelayed",
            "mailSent",
            "mailTaken",
            "mailTakenUp",
            "mailWordsDropped",
            "mailWordsWritten",
            "needsDetermined",
            "needsReopened",
            "scanUploaded");

    private static final Agreement NOT_TOLD = new Agreement(null, null, null);

    /** Events of subscriptions whose detail is a price line. */
    private static final Set<String> DETAIL_IS_A_PRICE = Set.of("activated", "imported", "priceChanged");

    private static final Set<String> FACTS_OF_TERMS = Set.of("contract", "priceLine");

    /** What people typed; all other facts are codes, numbers, dates and domains. */
    private static final Set<String> FACTS_IN_WORDS = Set.of("reason", "text", "sender", "subject", "ticketSubject");

    /** Events whose reason is a code. */
    private static final Set<String> REASON_IS_A_CODE = Set.of("eligible", "reviewNeeded");

    /** That of a member of these groups. */
    static Sight of(Set<StaffGroup> groups) {
        return new Sight(
                groups.stream().anyMatch(TERMS_READERS::contains),
                groups.stream().anyMatch(PEOPLE_READERS::contains));
    }

    boolean isWhole() {
        return terms && people;
    }

    boolean shows(OrderEvent event) {
        return terms || !EVENTS_OF_TERMS.contains(event.kind());
    }

    /**
     * An event without the facts that are not for these eyes.
     *
     * @param colleague whether somebody with the same tasks did it, whose words these people need
     */
    OrderEvent told(OrderEvent event, boolean colleague) {
        boolean words = people || colleague || REASON_IS_A_CODE.contains(event.kind());
        if (terms && words) {
            return event;
        }
        Map<String, String> facts = new LinkedHashMap<>(event.facts());
        facts.keySet()
                .removeIf(name -> !terms && FACTS_OF_TERMS.contains(name) || !words && FACTS_IN_WORDS.contains(name));
        return new OrderEvent(event.id(), event.orderNumber(), event.at(), event.actor(), event.kind(), facts);
    }

    /** Whether what was determined with the customer may be told, by the key of its label. */
    boolean showsDetail(String labelKey) {
        boolean accepted = labelKey.contains(".policy.");
        boolean ofTerms = accepted
                || labelKey.endsWith("priceLine")
                || labelKey.toLowerCase(Locale.ROOT).contains("annex");
        boolean ofPeople = accepted || labelKey.toLowerCase(Locale.ROOT).contains("administrator");
        return (terms || !ofTerms) && (people || !ofPeople);
    }

    /** A subscription without what was agreed on, where that is not for these eyes. */
    Subscription told(Subscription one) {
        return terms
                ? one
                : new Subscription(
                        one.id(),
                        one.service(),
                        one.acronym(),
                        one.state(),
                        one.orderNumber(),
                        NOT_TOLD,
                        one.activatedOn(),
                        one.trialEndsOn(),
                        one.references(),
                        one.noticeGivenOn(),
                        one.endsOn(),
                        one.migrationNumber());
    }

    /** An event of a subscription without a price, where that is not for these eyes. */
    SubscriptionEvent told(SubscriptionEvent event) {
        return terms || !DETAIL_IS_A_PRICE.contains(event.kind())
                ? event
                : new SubscriptionEvent(
                        event.happenedAt(),
                        event.actor(),
                        event.kind(),
                        event.from(),
                        event.to(),
                        event.countsFrom(),
                        event.orderNumber(),
                        "–");
    }

    /** Whether what somebody knows the order by may be told. */
    boolean showsReference(String kind) {
        return terms || !kind.equals("contract") && !kind.equals("barcode");
    }
}
