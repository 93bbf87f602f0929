package be.belnet.orderdesk.subscription;

import static be.belnet.orderdesk.subscription.SubscriptionState.ACTIVE;
import static be.belnet.orderdesk.subscription.SubscriptionState.INITIAL;
import static be.belnet.orderdesk.subscription.SubscriptionState.MIGRATING;
import static be.belnet.orderdesk.subscription.SubscriptionState.PROVISIONING;
import static be.belnet.orderdesk.subscription.SubscriptionState.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of a subscription, from the order to the end. */
@ProcessTest
class SubscriptionsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    KnownSubscriptions known;

    @Autowired
    OrderFile orders;

    @Autowired
    Register register;

    @Autowired
    JdbcClient jdbc;

    private String customer;
    private String order;

    @BeforeEach
    void customerWithAnOrder() {
        customer = register.university("nl");
        order = known.order("BAMS", customer, "nl");
    }

    @Test
    void lifeGoesFromTheOrderToTheEnd() {
        long id = subscriptions.open("BAMS", customer, order).id();
        assertThat(subscriptions.get(id).state()).isEqualTo(INITIAL);
        subscriptions.provision(order);
        assertThat(subscriptions.get(id).state()).isEqualTo(PROVISIONING);
        assertThat(subscriptions.running(customer, "BAMS"))
                .as("what is not delivered is not in use")
                .isEmpty();
        subscriptions.activate(activation("C-" + order, "L-" + order));
        assertThat(subscriptions.get(id).state()).isEqualTo(ACTIVE);
        subscriptions.giveNotice(id, LocalDate.of(2026, 5, 1), LocalDate.of(2027, 1, 1), null);
        assertThat(subscriptions.get(id).isNoticeGiven()).isTrue();
        subscriptions.terminate(id, LocalDate.of(2027, 1, 1), null);
        subscriptions.terminate(id, LocalDate.of(2028, 1, 1), null);

        assertThat(subscriptions.get(id).state()).isEqualTo(TERMINATED);
        assertThat(subscriptions.get(id).endsOn()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(subscriptions.history(id))
                .extracting(
                        SubscriptionEvent::kind,
                        SubscriptionEvent::from,
                        SubscriptionEvent::to,
                        SubscriptionEvent::actor)
                .containsExactly(
                        tuple("ordered", null, INITIAL, "orderdesk"),
                        tuple("deliveryBegun", INITIAL, PROVISIONING, "orderdesk"),
                        tuple("activated", PROVISIONING, ACTIVE, "orderdesk"),
                        tuple("noticeGiven", null, null, "orderdesk"),
                        tuple("terminated", ACTIVE, TERMINATED, "orderdesk"));
    }

    @Test
    void stepThatIsRepeatedChangesNothing() {
        subscriptions.open("BAMS", customer, order);
        subscriptions.open("BAMS", customer, order);
        subscriptions.provision(order);
        subscriptions.provision(order);
        Subscription once = subscriptions.activate(activation("C-" + order, "L-" + order));
        Subscription twice = subscriptions.activate(activation("C-" + order, "L-" + order));

        assertThat(twice).isEqualTo(once);
        assertThat(subscriptions.history(once.id())).hasSize(3);
        assertThat(subscriptions.domains(once.id())).containsExactly("b.example", "a.example");
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHDRAWN", "CANCELLED", "REJECTED"})
    void orderThatIsLeftBringsNothing(OrderState left) {
        long id = subscriptions.open("BAMS", customer, order).id();
        orders.close(order, left, "Not wanted any more");

        assertThat(subscriptions.get(id).state()).isEqualTo(TERMINATED);
        assertThat(subscriptions.history(id)).last().satisfies(event -> assertThat(event.detail())
                .isEqualTo(left.code()));
    }

    @Test
    void endOfTheOrderLeavesWhatItBrought() {
        long id = subscriptions.activate(activation("C-" + order, "L-" + order)).id();
        orders.close(order, OrderState.COMPLETED, null);

        assertThat(subscriptions.get(id).state()).isEqualTo(ACTIVE);
    }

    @Test
    void migrationThatIsAbandonedLeavesTheCustomerWhereItWas() {
        Subscription before = known.certificates(customer, FIRST);
        subscriptions.beginMigration(customer, "DCS", order);
        assertThat(subscriptions.get(before.id()).state()).isEqualTo(MIGRATING);
        assertThat(subscriptions.running(customer, "DCS"))
                .as("it is in use meanwhile")
                .hasSize(1);
        subscriptions.endMigration(order, "harica", null);

        assertThat(subscriptions.get(before.id())).isEqualTo(before);
    }

    @Test
    void endedSubscriptionDoesNotComeBack() {
        Subscription ended = known.certificates(customer, FIRST);
        subscriptions.terminate(ended.id(), LocalDate.of(2027, 1, 1), null);

        assertThatThrownBy(() -> subscriptions.giveNotice(ended.id(), FIRST, FIRST, null))
                .isInstanceOf(SubscriptionStateException.class)
                .hasMessageContaining("is terminated");
        assertThatThrownBy(() -> subscriptions.changePrice(ended.id(), "DCS-2026", FIRST, null))
                .isInstanceOf(SubscriptionStateException.class);
        subscriptions.beginMigration(customer, "DCS", order);
        assertThat(subscriptions.get(ended.id()).state()).isEqualTo(TERMINATED);
    }

    @Test
    void contractAndLicenceBelongToOneSubscriptionAtATime() {
        Subscription first = subscriptions.activate(activation("C-" + order, "L-" + order));
        String second = known.order("BAMS", customer, "nl");
        assertThatThrownBy(() -> subscriptions.activate(activation(second, "C-" + order, "L-" + second)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> subscriptions.activate(activation(second, "C-" + second, "L-" + order)))
                .isInstanceOf(DuplicateKeyException.class);
        subscriptions.terminate(first.id(), LocalDate.of(2027, 1, 1), null);

        assertThat(subscriptions
                        .activate(activation(second, "C-" + second, "L-" + order))
                        .state())
                .isEqualTo(ACTIVE);
    }

    @Test
    void ofTwoNodesOneEndsIt() throws Exception {
        Subscription both = known.certificates(customer, FIRST);
        assertThat(AtOnce.run(2, () -> subscriptions.terminate(both.id(), LocalDate.of(2027, 1, 1), null)))
                .allSatisfy(late -> assertThat(late).isInstanceOf(SubscriptionStateException.class));

        assertThat(subscriptions.history(both.id()))
                .filteredOn(event -> event.kind().equals("terminated"))
                .hasSize(1);
    }

    @Test
    void customerThatIsRenamedKeepsWhatItHas() {
        known.certificates(customer, FIRST);
        String renamed = register.rename(customer);

        assertThat(subscriptions.running(renamed, "DCS")).hasSize(1);
        assertThat(subscriptions.running(customer, "DCS")).hasSize(1);
    }

    private Activation activation(String contract, String licence) {
        return activation(order, contract, licence);
    }

    private Activation activation(String number, String contract, String licence) {
        return new Activation(
                "BAMS",
                customer,
                number,
                new Agreement(contract, FIRST, "BAMS-2026-01-base"),
                FIRST,
                null,
                PartnerReferences.appliance(licence, null),
                List.of("b.example", "a.example", "b.example"));
    }
}
