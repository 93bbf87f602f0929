package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.contract.ContractReminders;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.termination.LetterReminders;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A contact is reminded once a week, whatever is awaited of it. */
@ProcessTest
class OneReminderAWeekTest {
    private static final LocalDate DAY = LocalDate.of(2027, 9, 30);
    private static final Map<String, Map<String, Object>> REMINDERS = Map.of(
            "contract-reminder",
            Map.of("contractNumber", "BAMS-C-2026-00042", "askedOn", DAY, "last", false),
            "letter-reminder",
            Map.of("letterBy", DAY, "months", 3, "lastDayOfService", DAY),
            "domains-reminder",
            Map.of(
                    "authority",
                    "Sectigo",
                    "domains",
                    Map.of("customer.example", "to be proven by you"),
                    "done",
                    0,
                    "all",
                    1,
                    "files",
                    false,
                    "link",
                    "http://127.0.0.1:8080/domains/one",
                    "linkUntil",
                    DAY));

    @Autowired
    Way way;

    @Autowired
    TestClock clock;

    @Autowired
    OrderFile orders;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Recipients recipients;

    @Autowired
    ContractReminders contracts;

    @Autowired
    LetterReminders letters;

    private String order;

    @BeforeEach
    void contractOut() {
        order = way.contractOut("fr");
        var requester = new Requester("Mail administrator", UUID.randomUUID() + "@customer.example", null, "fr");
        orders.replaceRequester(order, orders.get(order).requester().email(), requester);
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract-reminder", "letter-reminder", "domains-reminder"})
    void anyReminderStandsForAll(String reminder) {
        List.of(signatory(), recipients.requester(order)).forEach(contact -> remind(reminder, contact));

        assertThat(contracts.look(order, true).remindedThisWeek()).isTrue();
        assertThat(letters.look(order, true).remindedThisWeek()).isTrue();
    }

    @Test
    void reminderLeavesOutWhoWasRemindedOfSomethingElse() {
        clock.toOpeningDay(10);
        remind("domains-reminder", signatory());
        contracts.remind(order);
        assertThat(correspondence.of(order)).extracting("template").doesNotContain("contract-reminder");

        clock.toOpeningDay(6);
        contracts.remind(order);
        assertThat(correspondence.of(order)).extracting("template").contains("contract-reminder");
    }

    private Recipient signatory() {
        return recipients.contact(order, ContactRole.SIGNATORY);
    }

    private void remind(String reminder, Recipient contact) {
        correspondence.send(new Mail(order, reminder, contact, REMINDERS.get(reminder)));
    }
}
