package be.belnet.orderdesk.subscription;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What all subscriptions of a service are known by at partners, read at once. */
@Service
@Transactional(readOnly = true)
public class SubscribedReferences {
    private final JdbcClient jdbc;

    SubscribedReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ended ones too, oldest first. */
    public List<Subscription> all(String service) {
        return jdbc.sql("select * from subscription where service = ? order by id")
                .param(service)
                .query(Subscriptions::subscription)
                .list();
    }

    /** Domains of subscriptions in use, by subscription. */
    public Map<Long, List<String>> domains(String service) {
        Map<Long, List<String>> domains = new HashMap<>();
        jdbc.sql("select d.subscription_id, d.domain from subscription_domain d join subscription s"
                        + " on s.id = d.subscription_id where s.service = ? and s.state = 'active'"
                        + " order by d.subscription_id, d.position")
                .param(service)
                .query(row -> {
                    domains.computeIfAbsent(row.getLong("subscription_id"), id -> new ArrayList<>())
                            .add(row.getString("domain"));
                });
        return domains;
    }

    /** When a subscription was taken over from a file last. */
    public Optional<Instant> lastImport() {
        return jdbc.sql("select happened_at from subscription_event where kind = 'imported' order by id desc limit 1")
                .query((row, index) -> row.getTimestamp(1))
                .optional()
                .map(Timestamp::toInstant);
    }
}
