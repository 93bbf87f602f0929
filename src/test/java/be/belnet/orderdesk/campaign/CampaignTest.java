package be.belnet.orderdesk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.campaign.CustomerSide.Way;
import be.belnet.orderdesk.campaign.Rounds.Round;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A campaign moves all customers from DigiCert to Sectigo in waves, while they answer at random, and comes to its end; a
 * round at Sectigo costs calls by the number of parts of its list, never by the number of domains that wait.
 */
@Tag("campaign")
class CampaignTest {
    private static final Size SIZE = Size.given();
    private static final int PART = 200;
    private static final int LONGEST = 80;
    /** Nothing happens sooner than a reminder after so many opening days. */
    private static final int SILENCE = 5;

    private static final String TAKE_UP = "userTask_takeUpWithCustomer";

    private static World world;

    private final Map<String, Way> ways = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        world = new World(SIZE);
    }

    @AfterAll
    static void stop() throws Exception {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void campaignRunsToItsEndWithRoundsThatCostPartsOfAListNotDomains() {
        Database database = new Database(world.database());
        try (CustomerSide customers = new CustomerSide(world, SIZE.seed())) {
            List<String> acronyms = new Inventory(world, SIZE).make();
            acronyms.forEach(acronym ->
                    ways.put(acronym, customers.way(acronym, acronym.equals(acronyms.get(acronyms.size() - 1)))));
            world.toOpeningDay(1);
            database.begin();
            long begin = System.nanoTime();
            long computedBefore = computed();
            String campaign = begin(acronyms);
            Calm calm = new Calm(world, database, customers);
            int days = days(campaign, customers, calm);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            Duration computed = Duration.ofNanos(computed() - computedBefore);

            Ledger ledger = new Ledger(world.sandboxTables());
            List<Round> rounds = world.rounds().of("ValidationWatcher").stream()
                    .filter(round -> ledger.listed(round) > 0)
                    .toList();
            new Report(SIZE, world, database, ledger, customers).write(took, computed, days, rounds, ways);
            assertThat(rounds).isNotEmpty().allSatisfy(round -> assertThat(ledger.listed(round))
                    .isLessThanOrEqualTo(parts(ledger.entries(round.end()))));
            assertNothingIsAskedOfOneDomainInARound(database, ledger);
            assertAllIsDoneOnce(database, ledger);
        }
    }

    private static long computed() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private String begin(List<String> acronyms) {
        Map<String, Object> answers = Map.of(
                "formerAuthority",
                "digicert",
                "authority",
                "sectigo",
                "stopDate",
                world.bean(TestClock.class).today().plusYears(1).toString(),
                "customersADay",
                SIZE.customersADay(),
                "customers",
                String.join("\n", acronyms));
        String definition = world.bean(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionKey("dcs-migration-campaign")
                .latestVersion()
                .singleResult()
                .getId();
        return world.bean(Desk.class).as("manager1", () -> world.bean(FormService.class)
                .submitStartForm(definition, new HashMap<>(answers))
                .getBusinessKey());
    }

    /** Opening day after opening day until the campaign is closed; how many there were. */
    private int days(String campaign, CustomerSide customers, Calm calm) {
        int day = 0;
        calm.await();
        while (isOpen(campaign)) {
            assertThat(day).as("days").isLessThan(LONGEST);
            customers.publish(day, files());
            calm.await();
            customers.decideOnWildcards(files());
            calm.await();
            takeUp();
            calm.await();
            System.out.printf("Opening day %d: %s%n", day, calm.standing());
            int step = onlySilence() ? SILENCE : 1;
            world.toOpeningDay(step);
            calm.await();
            day += step;
        }
        return day;
    }

    /** All customers were started, and those whose files are open will say nothing. */
    private boolean onlySilence() {
        return world.database()
                                .sql("select count(*) from dcs_campaign_customer where started_on is null")
                                .query(Long.class)
                                .single()
                        == 0
                && files().values().stream().allMatch(way -> way == Way.NEVER);
    }

    private boolean isOpen(String campaign) {
        return world.database()
                .sql("select state from service_order where number = ?")
                .param(campaign)
                .query(String.class)
                .single()
                .equals("open");
    }

    /** Ways of the customers by the numbers of their files, of those that are open. */
    private Map<String, Way> files() {
        Map<String, Way> files = new HashMap<>();
        world.database()
                .sql("select number, acronym from service_order where kind = 'migration' and state = 'open'")
                .query(row -> {
                    files.put(row.getString("number"), ways.get(row.getString("acronym")));
                });
        return files;
    }

    /** The account manager gives up what silent customers have not proved. */
    private static void takeUp() {
        world.bean(TaskService.class).createTaskQuery().taskDefinitionKey(TAKE_UP).list().stream()
                .map(task -> task.getId())
                .forEach(task -> assertThat(world.bean(Desk.class)
                                .trySubmit(
                                        task,
                                        "relations1",
                                        Map.of("takeUpDecision", "giveUp", "reason", "Nobody answers")))
                        .isTrue());
    }

    /** As many calls as one list takes; a part that is full is followed by one more look. */
    private static long parts(long entries) {
        return entries / PART + 1;
    }

    private static void assertNothingIsAskedOfOneDomainInARound(Database database, Ledger ledger) {
        String steps = " act_id_ in"
                + " ('serviceTask_startValidation', 'serviceTask_submitValidation', 'serviceTask_abandonValidation')";
        long attempts = database.count("select count(*) from act_hi_actinst where" + steps)
                + database.count("select count(*) from act_hi_job_log where job_state_ = 1 and" + steps);
        assertThat(ledger.calls(Ledger.STATUS))
                .as("looks at one domain, of which each attempt at a step of its process may have one")
                .isPositive()
                .isLessThanOrEqualTo(attempts);
    }

    private void assertAllIsDoneOnce(Database database, Ledger ledger) {
        assertThat(ledger.doubles()).isEmpty();
        assertThat(ledger.effects("organisation created")).isEqualTo(SIZE.customers());
        assertThat(database.count("select count(*) from certificate_domain")).isEqualTo(SIZE.allDomains());
        long givenUp =
                ways.values().stream().filter(way -> way == Way.NEVER).count() * (SIZE.domains() - SIZE.domains() / 2);
        assertThat(database.count("select count(*) from certificate_domain where state = 'givenUp'"))
                .isEqualTo(givenUp);
        assertThat(database.count("select count(*) from certificate_domain where state = 'validated'"))
                .isEqualTo(SIZE.allDomains() - givenUp)
                .isEqualTo(ledger.effects("domain validated"));
        assertThat(database.count(
                        "select count(*) from service_order where kind = 'migration' and state = 'completed'"))
                .isEqualTo(SIZE.customers());
        assertThat(database.count("select max(started) from (select count(*) as started from dcs_campaign_customer"
                        + " where trouble is null group by started_on) waves"))
                .isEqualTo(Math.min(SIZE.customersADay(), SIZE.customers()));
    }
}
