package be.belnet.orderdesk.workflow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest release whose models were deployed, one row for all nodes. */
@Component
class DeployedRelease {
    private final JdbcClient jdbc;

    DeployedRelease(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends no other node deploys. */
    Release lock() {
        return Release.of(jdbc.sql("select release_name from deployed_release for update")
                .query(String.class)
                .single());
    }

    void set(Release release) {
        jdbc.sql("update deployed_release set release_name = ?")
                .param(release.toString())
                .update();
    }
}
