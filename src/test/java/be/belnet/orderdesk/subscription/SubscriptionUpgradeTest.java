package be.belnet.orderdesk.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.database.EngineTables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Subscriptions of a release that knew nothing of their life. */
class SubscriptionUpgradeTest {
    @Test
    void earlierSubscriptionsAreActiveWithAllThatIsKnownOfThem() throws Exception {
        if (System.getProperty("orderdesk.test.database", "h2").equals("h2")) {
            var h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:upgrade;DB_CLOSE_DELAY=-1");
            upgrade(h2, "h2");
        } else {
            try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
                upgrade(server.getPostgresDatabase(), "postgresql");
            }
        }
    }

    private static void upgrade(DataSource source, String vendor) {
        migrate(source, vendor, "123");
        JdbcClient jdbc = JdbcClient.create(source);
        order(jdbc, "BAMS-2026-00001", "BAMS");
        order(jdbc, "DCS-2026-00001", "DCS");
        jdbc.sql("insert into bams_order (order_number, invitations_sent, licence_serial, appliance_id)"
                        + " values ('BAMS-2026-00001', 0, 'FEVM000000000001', 'machine')")
                .update();
        jdbc.sql("insert into bams_mail_domain (order_number, position, domain, mail_host)"
                        + " values ('BAMS-2026-00001', 0, 'a.example', 'mx.a.example')")
                .update();
        jdbc.sql("insert into dcs_order (order_number, authority, organisation_id)"
                        + " values ('DCS-2026-00001', 'harica', '77')")
                .update();
        jdbc.sql("insert into dcs_domain (order_number, position, domain) values ('DCS-2026-00001', 0, '*.a.example')")
                .update();
        migrate(source, vendor, "125");

        var history = new SubscriptionHistory(jdbc, Clock.systemUTC());
        Subscription mail = subscription(jdbc, "BAMS");
        assertThat(mail.state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(mail.agreement()).isEqualTo(new Agreement("C-BAMS-2026-00001", LocalDate.of(2026, 3, 1), "LINE"));
        assertThat(mail.references()).isEqualTo(PartnerReferences.appliance("FEVM000000000001", "machine"));
        assertThat(history.of(mail.id())).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo("activated");
            assertThat(event.to()).isEqualTo(SubscriptionState.ACTIVE);
            assertThat(event.countsFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
            assertThat(event.detail()).isEqualTo("LINE");
        });
        assertThat(domain(jdbc, mail)).isEqualTo("a.example");
        Subscription certificates = subscription(jdbc, "DCS");
        assertThat(certificates.references()).isEqualTo(PartnerReferences.organisation("harica", "77"));
        assertThat(domain(jdbc, certificates)).isEqualTo("*.a.example");
    }

    private static void order(JdbcClient jdbc, String number, String service) {
        jdbc.sql("insert into service_order (number, service, kind, state, turn, acronym, requester_name,"
                        + " requester_email, requester_language, opened_at) values (?, ?, 'order', 'completed', 'none',"
                        + " 'CUSTOMER', 'Mail administrator', 'a@a.example', 'nl', current_timestamp)")
                .params(number, service)
                .update();
        jdbc.sql("insert into subscription (service, acronym, state, order_number, contract_number, price_line,"
                        + " activated_on) values (?, 'CUSTOMER', 'active', ?, ?, 'LINE', date '2026-03-01')")
                .params(service, number, "C-" + number)
                .update();
    }

    private static Subscription subscription(JdbcClient jdbc, String service) {
        return jdbc.sql("select * from subscription where service = ? and live = 1")
                .param(service)
                .query(Subscriptions::subscription)
                .single();
    }

    private static String domain(JdbcClient jdbc, Subscription subscription) {
        return jdbc.sql("select domain from subscription_domain where subscription_id = ?")
                .param(subscription.id())
                .query(String.class)
                .single();
    }

    private static void migrate(DataSource source, String vendor, String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .javaMigrations(EngineTables.migration())
                .target(target)
                .load()
                .migrate();
    }
}
