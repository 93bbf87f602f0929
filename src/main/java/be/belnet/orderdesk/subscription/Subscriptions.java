package be.belnet.orderdesk.subscription;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what customers have. */
@Service
@Transactional
public class Subscriptions {
    private final JdbcClient jdbc;

    Subscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Activates the service an order brought; activating it again changes nothing. */
    public Subscription activate(Activation activation) {
        return ofOrder(activation.orderNumber()).orElseGet(() -> insert(activation));
    }

    /**
     * What an order brought.
     *
     * @param trialEndsOn null when there is no trial
     */
    public record Activation(
            String service,
            String acronym,
            String orderNumber,
            String contractNumber,
            String priceLine,
            LocalDate activatedOn,
            LocalDate trialEndsOn) {}

    @Transactional(readOnly = true)
    public Optional<Subscription> ofOrder(String orderNumber) {
        return jdbc.sql("select * from subscription where order_number = ?")
                .param(orderNumber)
                .query(Subscription.class)
                .optional();
    }

    /** Acronyms of those that have the service, in alphabetical order. */
    @Transactional(readOnly = true)
    public List<String> customersOf(String service) {
        return jdbc.sql("select distinct acronym from subscription where service = ? and state <> 'terminated'"
                        + " order by acronym")
                .param(service)
                .query(String.class)
                .list();
    }

    /** Services of a customer that run, oldest first. */
    @Transactional(readOnly = true)
    public List<Subscription> running(String acronym, String service) {
        return jdbc.sql(
                        "select * from subscription where acronym = ? and service = ? and state <> 'terminated' order by id")
                .params(acronym, service)
                .query(Subscription.class)
                .list();
    }

    private Subscription insert(Activation activation) {
        jdbc.sql("insert into subscription (service, acronym, state, order_number, contract_number, price_line,"
                        + " activated_on, trial_ends_on) values (?, ?, 'active', ?, ?, ?, ?, ?)")
                .params(
                        activation.service(),
                        activation.acronym(),
                        activation.orderNumber(),
                        activation.contractNumber(),
                        activation.priceLine(),
                        activation.activatedOn(),
                        activation.trialEndsOn())
                .update();
        return ofOrder(activation.orderNumber()).orElseThrow();
    }
}
