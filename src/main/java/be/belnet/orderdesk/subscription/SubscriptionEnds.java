package be.belnet.orderdesk.subscription;

import be.belnet.orderdesk.contract.ContractEnds;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A contract ends with the last of the subscriptions that it is for. */
@Component
class SubscriptionEnds implements ContractEnds {
    private final JdbcClient jdbc;

    SubscriptionEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<LocalDate> endOf(String orderNumber, String contractNumber) {
        boolean runs = jdbc.sql("select count(*) from subscription where (order_number = ? or contract_number = ?)"
                                + " and state <> 'terminated'")
                        .params(orderNumber, contractNumber)
                        .query(Long.class)
                        .single()
                > 0;
        return runs ? Optional.empty() : lastDay(orderNumber, contractNumber);
    }

    /** Without a first day that it is not there, the day on which it was left. */
    private Optional<LocalDate> lastDay(String orderNumber, String contractNumber) {
        return jdbc
                .sql(
                        "select s.ends_on, (select max(e.counts_from) from subscription_event e where e.subscription_id = s.id"
                                + " and e.to_state = 'terminated') as left_on from subscription s where s.order_number = ?"
                                + " or s.contract_number = ?")
                .params(orderNumber, contractNumber)
                .query((row, index) -> {
                    LocalDate endsOn = row.getObject("ends_on", LocalDate.class);
                    return Optional.ofNullable(
                            endsOn == null ? row.getObject("left_on", LocalDate.class) : endsOn.minusDays(1));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo);
    }
}
