package be.belnet.orderdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.database.EngineTables;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CustomerImportTest {
    private static final String ORGANISATIONS = String.join(",", OrganisationLine.COLUMNS) + "\n";
    private static final String CONTACTS = String.join(",", ContactLine.COLUMNS) + "\n";
    private static final String FIRST =
            "FIRST,,First University,university,0999100196,nl,Straat 1,3000,Leuven,BE,first.example,relations1,true\n";
    private static final String SECOND =
            "SECOND,,Second Institute,researchCentre,0999100295,fr,Rue 1,5000,Namur,BE,second.example,relations2,true\n";

    private static Database database;

    private final JdbcClient jdbc = JdbcClient.create(database.source());
    private final CustomerRegister register = new CustomerRegister(jdbc);
    private final ImportLog log = new ImportLog(jdbc, Clock.systemUTC());
    private final CustomerImport customerImport = new CustomerImport(
            new RegisterWriter(jdbc, register),
            log,
            new TransactionTemplate(new DataSourceTransactionManager(database.source())));

    @BeforeAll
    static void open() throws IOException {
        database = Database.named(System.getProperty("orderdesk.test.database", "h2"));
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void emptyRegister() {
        Flyway flyway = Flyway.configure()
                .dataSource(database.source())
                .locations("classpath:db/migration/common", "classpath:db/migration/" + database.vendor())
                .javaMigrations(EngineTables.migration())
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
    }

    @AfterEach
    void stop() {
        customerImport.stop();
    }

    @Test
    void sampleIsAcceptedWholeAndTheSecondTimeChangesNothing() throws Exception {
        byte[] organisations = new ClassPathResource("sample/organisations.csv").getContentAsByteArray();
        byte[] contacts = new ClassPathResource("sample/contacts.csv").getContentAsByteArray();

        ImportReport first = imported(organisations, contacts);
        ImportReport second = imported(organisations, contacts);

        assertThat(first.refusals()).isEmpty();
        assertThat(first.created()).isEqualTo(first.linesTotal()).isGreaterThan(40);
        assertThat(second.changedNothing()).isTrue();
        assertThat(second.unchanged()).isEqualTo(first.created());
    }

    @Test
    void sampleKnowsEachTypeEachLanguageAndOneThatIsNoCustomer() throws Exception {
        imported(new ClassPathResource("sample/organisations.csv").getContentAsByteArray(), new byte[0]);

        List<Organisation> all = register.list(null, 0).organisations();
        assertThat(all).extracting(Organisation::type).containsAll(OrganisationLine.TYPES);
        assertThat(all).extracting(Organisation::language).contains("nl", "fr", "en", "de");
        assertThat(all).extracting(Organisation::belnetCustomer).contains(true, false);
    }

    @Test
    void badLineRefusesOnlyItself() {
        ImportReport report = imported(ORGANISATIONS + FIRST + "T U,,,,,,,,,,,,\n" + SECOND, "");

        assertThat(report.created()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.refusals())
                .allSatisfy(refusal -> assertThat(refusal.line()).isEqualTo(3));
        assertThat(report.refusals()).extracting("field").contains("acronym", "legal_name", "type", "language");
    }

    @Test
    void secondLineOfOneAcronymIsRefused() {
        ImportReport report = imported(ORGANISATIONS + FIRST + FIRST.replace("FIRST,", "first,"), "");

        assertThat(report.refusals())
                .containsExactly(new ImportReport.Refusal("organisations", 3, "acronym", "duplicate", null));
    }

    @Test
    void contactOfAnUnknownOrganisationIsRefused() {
        ImportReport report = imported(ORGANISATIONS + FIRST, CONTACTS + "NOBODY,A,a@a.example,,nl,technical\n");

        assertThat(report.refusals())
                .containsExactly(new ImportReport.Refusal("contacts", 2, "acronym", "unknownOrganisation", "NOBODY"));
    }

    @Test
    void renamedOrganisationKeepsItsContactsAndIsFoundByBothNames() {
        imported(ORGANISATIONS + FIRST, CONTACTS + "FIRST,Mail administrator,a@first.example,,nl,technical\n");

        ImportReport report = imported(ORGANISATIONS + FIRST.replace("FIRST,,", "RENAMED,FIRST,"), "");

        assertThat(report.updated()).isEqualTo(1);
        assertThat(register.find("first")).map(Organisation::acronym).hasValue("RENAMED");
        assertThat(register.contact("renamed", ContactRole.TECHNICAL))
                .map(Contact::email)
                .hasValue("a@first.example");
    }

    @Test
    void handOverStandsUntilAFileNamesSomebodyElse() {
        var portfolios = new Portfolios(jdbc);
        imported(ORGANISATIONS + FIRST, "");
        portfolios.move("relations1", "relations3");

        assertThat(imported(ORGANISATIONS + FIRST, "").changedNothing()).isTrue();
        assertThat(accountManager()).hasValue("relations3");
        imported(ORGANISATIONS + FIRST.replace("First University", "First University of All"), "");
        assertThat(accountManager()).hasValue("relations3");

        imported(ORGANISATIONS + FIRST.replace("relations1", "relations2"), "");
        assertThat(accountManager()).hasValue("relations2");
        imported(ORGANISATIONS + FIRST.replace("relations1", ""), "");
        assertThat(accountManager()).isEmpty();
    }

    @Test
    void fileThatCatchesUpWithAHandOverIsTheOneBeforeTheNext() {
        imported(ORGANISATIONS + FIRST, "");
        new Portfolios(jdbc).move("relations1", "relations3");

        assertThat(imported(ORGANISATIONS + FIRST.replace("relations1", "relations3"), "")
                        .changedNothing())
                .isTrue();
        imported(ORGANISATIONS + FIRST, "");

        assertThat(accountManager()).as("given back by the file").hasValue("relations1");
    }

    private Optional<String> accountManager() {
        return register.find("first").map(Organisation::accountManager);
    }

    @Test
    void noFileTakesAwayWhatAMergeBrought() {
        imported(ORGANISATIONS + FIRST + SECOND, "");
        var merges = new CustomerMerges(
                register, new RegisterMerge(jdbc, register), new MergeRows(jdbc, Clock.systemUTC()), List.of());
        merges.approve(
                merges.propose("FIRST", "SECOND", Set.of(), "One house now", "relations1")
                        .id(),
                "manager1");

        ImportReport same = imported(ORGANISATIONS + SECOND, "");
        ImportReport changed = imported(ORGANISATIONS + SECOND.replace("Rue 1", "Rue 2"), "");
        ImportReport still =
                imported(ORGANISATIONS + FIRST, CONTACTS + "FIRST,Helpdesk,a@first.example,,nl,technical\n");

        assertThat(same.unchanged()).isEqualTo(1);
        assertThat(changed.updated()).isEqualTo(1);
        assertThat(still.refusals())
                .containsExactly(
                        new ImportReport.Refusal("organisations", 2, "acronym", "acronymWasAnothers", "FIRST"));
        assertThat(register.find("first")).map(Organisation::acronym).hasValue("SECOND");
        assertThat(register.findByMailDomain("first.example"))
                .map(Organisation::acronym)
                .hasValue("SECOND");
        assertThat(register.contact("SECOND", ContactRole.TECHNICAL))
                .map(Contact::email)
                .hasValue("a@first.example");
    }

    @Test
    void formerAcronymOfAnotherIsRefused() {
        ImportReport report = imported(ORGANISATIONS + FIRST + SECOND.replace("SECOND,,", "SECOND,FIRST,"), "");

        assertThat(report.refusals())
                .containsExactly(
                        new ImportReport.Refusal("organisations", 3, "former_acronyms", "formerUsed", "FIRST"));
        assertThat(register.find("SECOND")).isEmpty();
    }

    @Test
    void organisationIsFoundByTheDomainOfAMailAddress() {
        imported(ORGANISATIONS + FIRST + SECOND, "");

        assertThat(register.findByMailDomain("lab.first.EXAMPLE"))
                .map(Organisation::acronym)
                .hasValue("FIRST");
        assertThat(register.findByMailDomain("third.example")).isEmpty();
    }

    @Test
    void sharedDomainNamesNobody() {
        imported(ORGANISATIONS + FIRST + SECOND.replace("second.example", "first.example"), "");

        assertThat(register.findByMailDomain("first.example")).isEmpty();
    }

    @Test
    void searchKnowsNamesDomainsAndContacts() {
        imported(
                ORGANISATIONS + FIRST + SECOND,
                CONTACTS + "SECOND,Mail administrator,mx_1@second.example,,fr,technical\n");

        assertThat(found("first univ")).containsExactly("FIRST");
        assertThat(found("second.example")).containsExactly("SECOND");
        assertThat(found("mx_1@")).containsExactly("SECOND");
        assertThat(found("%")).isEmpty();
        assertThat(found(null)).containsExactly("FIRST", "SECOND");
    }

    @Test
    void oneImportRunsAtATimeUnlessItsNodeDied() {
        long running = log.begin("manager1");

        assertThatThrownBy(() -> imported(ORGANISATIONS + FIRST, "")).isInstanceOf(ImportRunningException.class);

        var later = new ImportLog(jdbc, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(3)));
        assertThat(later.find(running).orElseThrow().failed()).isTrue();
        assertThat(imported(ORGANISATIONS + FIRST, "").created()).isEqualTo(1);
    }

    private List<String> found(String words) {
        return register.list(words, 0).organisations().stream()
                .map(Organisation::acronym)
                .toList();
    }

    private ImportReport imported(String organisations, String contacts) {
        return imported(organisations.getBytes(StandardCharsets.UTF_8), contacts.getBytes(StandardCharsets.UTF_8));
    }

    private ImportReport imported(byte[] organisations, byte[] contacts) {
        return log.find(customerImport.runNow(organisations, contacts, "manager1"))
                .orElseThrow();
    }

    /** H2 in memory, or a PostgreSQL that all tests of this class share. */
    private record Database(String vendor, DataSource source, AutoCloseable server) implements AutoCloseable {
        static Database named(String vendor) throws IOException {
            return vendor.equals("h2") ? h2() : postgresql();
        }

        private static Database h2() {
            var source = DataSourceBuilder.create()
                    .type(HikariDataSource.class)
                    .url("jdbc:h2:mem:customers;DB_CLOSE_DELAY=-1")
                    .build();
            return new Database("h2", source, source);
        }

        private static Database postgresql() throws IOException {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            return new Database("postgresql", server.getPostgresDatabase(), server);
        }

        @Override
        public void close() throws Exception {
            server.close();
        }
    }
}
