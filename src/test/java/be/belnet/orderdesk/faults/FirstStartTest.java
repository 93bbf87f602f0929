package be.belnet.orderdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F14: two nodes start at once, first on an empty schema, then on the one that they have made. */
@Tag("faults")
class FirstStartTest {
    private final int times = Sizes.of("f14.times", 2, 20);

    @Test
    void nodesThatStartAtOnceAreBothUpWithOneOfEachDefinition() {
        for (int time = 0; time < times; time++) {
            Site site = Site.empty();
            startBoth(site);
            assertOneOfEach(site);
            if (time % 2 == 0) {
                site.nodes().forEach(Node::kill);
                startBoth(site);
                assertOneOfEach(site);
            }
        }
        Report.row("F14", times + " first starts of two nodes", "both up, one of each definition", true);
    }

    private static void startBoth(Site site) {
        site.nodes().forEach(Node::start);
        site.nodes().forEach(Node::awaitUp);
    }

    private static void assertOneOfEach(Site site) {
        assertThat(counts(site, "select count(*) from act_re_procdef group by key_"))
                .as("versions of each process")
                .isNotEmpty()
                .containsOnly(1);
        assertThat(counts(site, "select count(*) from act_re_decision_def group by key_"))
                .as("versions of each decision")
                .isNotEmpty()
                .containsOnly(1);
        assertThat(counts(site, "select count(*) from act_re_deployment")).containsExactly(1);
        assertThat(counts(site, "select count(*) from act_ru_filter group by name_"))
                .as("filters of each name")
                .isNotEmpty()
                .containsOnly(1);
    }

    private static List<Integer> counts(Site site, String sql) {
        JdbcClient database = site.database();
        return database.sql(sql).query(Integer.class).list();
    }
}
