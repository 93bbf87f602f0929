package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomains;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the rounds of domains for a test. */
@TestComponent
public class DomainRounds {
    private final ValidationWatcher watcher;
    private final RecordRounds records;
    private final CustomerNeededWatcher customers;
    private final Renewals renewals;
    private final CertificateDomains domains;
    private final JdbcClient jdbc;
    private final Desk desk;

    DomainRounds(
            ValidationWatcher watcher,
            RecordRounds records,
            CustomerNeededWatcher customers,
            Renewals renewals,
            CertificateDomains domains,
            JdbcClient jdbc,
            Desk desk) {
        this.watcher = watcher;
        this.records = records;
        this.customers = customers;
        this.renewals = renewals;
        this.domains = domains;
        this.jdbc = jdbc;
        this.desk = desk;
    }

    /** One look at all validations and at whether the customer is to be told; what became due for the file has run. */
    public void look(String file) {
        look();
        desk.runJobs(file);
    }

    /** As the other, but runs nothing. */
    void look() {
        jdbc.sql("delete from validation_round").update();
        watcher.look();
        customers.look();
    }

    /** One look at the records that are due. */
    public void lookAtRecords(String file) {
        records.look();
        desk.runJobs(file);
    }

    public void renew() {
        renewals.look();
    }

    public List<CertificateDomain> of(String file) {
        return domains.of(file);
    }

    /** Lets Sectigo's list show a validation as over on a day. */
    public static void expireAt(String domain, java.time.Instant at) {
        TestWorld.sandboxTables()
                .sql("update sectigo_domain set expires_at = ? where name = ?")
                .params(java.sql.Timestamp.from(at), domain)
                .update();
    }
}
