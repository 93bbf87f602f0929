package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.belnet.orderdesk.cluster.Cluster;
import be.belnet.orderdesk.cluster.Proxy;
import be.belnet.orderdesk.cluster.TwoNodes;
import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People at Tasklist, behind a proxy before two nodes, one of which is lost. */
@Tag("cluster")
@ExtendWith({OneBrowser.class, TwoNodes.class})
class NodeLossBrowserTest {
    private final Browser browser;
    private final Cluster cluster;

    private String order;

    NodeLossBrowserTest(Browser browser, Cluster cluster) {
        this.browser = browser;
        this.cluster = cluster;
    }

    @Test
    void everybodyStaysSignedInAndTheOrderGoesOn() {
        assumeTrue(Proxy.nginx().isPresent(), "No nginx on this machine: package nginx");
        try (Proxy proxy = Proxy.before(cluster.ports());
                Person desk = person(proxy, "desk1");
                Person manager = person(proxy, "relations1")) {
            serviceDeskTakesTheRequest(desk);

            cluster.kill(0);

            serviceDeskIntroducesTheAccountManager(desk);
            accountManagerSendsTheContract(manager);
            assertThat(manager.page()).hasURL(Pattern.compile(".*/camunda/app/tasklist/.*"));
            nobodySignedInAgain();
        }
    }

    private void serviceDeskTakesTheRequest(Person desk) {
        desk.startForm("BAMS order")
                .write("acronym", "NSOL")
                .write("request", "Less spam")
                .write("contactName", "Mail administrator")
                .write("contactEmail", "mail-admin@nsol.example");
        desk.started();
        order = cluster.database()
                .sql("select number from service_order where acronym = 'NSOL'")
                .query(String.class)
                .single();
        waitsFor("userTask_introduceAccountManager");
    }

    private void serviceDeskIntroducesTheAccountManager(Person desk) {
        desk.work(order, "Introduce account manager");
        desk.complete();
        waitsFor("userTask_discussWishes");
    }

    private void accountManagerSendsTheContract(Person manager) {
        manager.work(order, "Discuss wishes").write("wishes", "Less spam for 300 people");
        manager.complete();
        manager.work(order, "Determine needs")
                .write("mailDomains", "nsol.example mx1.nsol.example")
                .write("mailboxes", "300");
        manager.complete();
        waitsFor("userTask_registerSignedCopies");
    }

    private void nobodySignedInAgain() {
        Assertions.assertThat(cluster.database()
                        .sql(
                                "select principal_name from spring_session where principal_name in ('desk1', 'relations1')")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("desk1", "relations1");
    }

    /** The engine has gone so far. */
    private void waitsFor(String task) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> cluster.database()
                                .sql("select count(*) from act_ru_task where task_def_key_ = ?")
                                .param(task)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private Person person(Proxy proxy, String user) {
        return new Person(browser, "http://localhost:" + proxy.port(), "en-GB", user).atTasklist();
    }
}
