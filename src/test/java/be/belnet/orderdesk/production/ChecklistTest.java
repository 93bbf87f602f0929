package be.belnet.orderdesk.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import be.belnet.orderdesk.security.Hashes;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import javax.script.ScriptEngineFactory;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

/** Each demand is seen green and red; those on settings by {@link ProductionCheckTest}. One without a line here fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChecklistTest {
    private static final String ADD_A_DEMO_USER = """
            insert into act_id_user (id_, rev_, salt_, pwd_) values ('desk1', 1, 'salt',
            '{BCRYPT}%s')""";

    private final Map<String, Supplier<Seen>> red = new HashMap<>();
    private final MockEnvironment settings = Settings.production();
    private final AtomicBoolean guarded = new AtomicBoolean(true);
    private final ProcessEngine guardedEngine = engine(true);
    private final ProcessEngine openEngine = engine(false);

    private TwoRoles database;
    private Servers servers;
    private HttpServer node;
    private JdbcClient superuser;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        database = new TwoRoles(folder);
        superuser = database.as("postgres", "");
        as(TwoRoles.OWNER).sql("""
                create table flyway_schema_history (success boolean);
                insert into flyway_schema_history values (true);
                create table act_id_membership (user_id_ varchar, group_id_ varchar);
                insert into act_id_membership values ('administrator', 'camunda-admin');
                create table act_id_user (id_ varchar, rev_ integer, salt_ varchar, pwd_ varchar)""").update();
        servers = new Servers(database.certificate().context());
        settings();
        node();
        programs();
        databases();
        engines();
        nodes();
        outside();
    }

    @AfterAll
    void stop() throws IOException {
        node.stop(0);
        servers.close();
        database.close();
    }

    static Stream<Demand> demands() {
        return Checklist.demands().stream().filter(demand -> demand.moment() != Moment.SETTINGS);
    }

    @ParameterizedTest
    @MethodSource("demands")
    void everyDemandIsSeenGreenAndRed(Demand demand) {
        assertThat(red).as("how to see it red").containsKey(demand.name());
        assertThat(look(demand)).extracting(Seen::state).as("green").isEqualTo(Seen.State.FIT);

        Seen seen = red.get(demand.name()).get();

        assertThat(seen.state()).as("red").isEqualTo(Seen.State.UNFIT);
        assertThat(look(demand)).extracting(Seen::state).as("green again").isEqualTo(Seen.State.FIT);
    }

    /** As with jars that have no entries for folders, Tomcat's for one, within the jar that is built. */
    @Test
    void versionsAreFoundWherePackagesTellNone() {
        assertThat(ProgramDemands.FLOORS).allSatisfy(floor -> {
            var loader = new WithoutPackages();
            assertThat(loader.loadClass(floor.type()).getPackage().getImplementationVersion())
                    .isNull();
            assertThat(floor.judge(floor.found(loader)).state()).isEqualTo(Seen.State.FIT);
        });
    }

    @Test
    void noTwoDemandsHaveOneName() {
        assertThat(Checklist.demands()).extracting(Demand::name).doesNotHaveDuplicates();
        assertThat(Checklist.demands()).extracting(Demand::remedy).allSatisfy(remedy -> assertThat(remedy)
                .isNotBlank());
    }

    @Test
    void whatIsNotThereIsNotLookedAt() {
        var alone = Surroundings.of(settings);
        assertThat(Checklist.findings(alone, Set.of(Moment.ENGINE, Moment.NODE)))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.seen().state()).isEqualTo(Seen.State.NOT_LOOKED_AT));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsMissing() {
        assertThat(Checklist.findings(Surroundings.of(settings), Set.of(Moment.DATABASE)))
                .isNotEmpty()
                .allMatch(Finding::isUnmet);
    }

    private void settings() {
        settings.setProperty("orderdesk.bams.licence-route", "distributor");
        servers.settings().forEach(settings::setProperty);
    }

    private void programs() {
        ProgramDemands.FLOORS.forEach(floor -> red.put("version of " + floor.library(), () -> floor.judge("1.0.0")));
        red.put("REST starter of the engine", () -> ProgramDemands.absent("java.lang.String"));
        red.put("script engines", () -> ProgramDemands.scripts(List.of(groovy())));
        red.put("time zone of the JVM", () -> ProgramDemands.zone("UTC"));
    }

    private static ScriptEngineFactory groovy() {
        var engine = mock(ScriptEngineFactory.class);
        when(engine.getNames()).thenReturn(List.of("groovy"));
        when(engine.getEngineName()).thenReturn("Groovy Scripting Engine");
        return engine;
    }

    private void databases() {
        red.put("connection encrypted", () -> look("connection encrypted", as(TwoRoles.RUN_TIME, "&sslmode=disable")));
        red.put(
                "isolation READ COMMITTED",
                () -> look(
                        "isolation READ COMMITTED",
                        as(TwoRoles.RUN_TIME, "&options=-c%20default_transaction_isolation=serializable")));
        red.put(
                "run-time user without rights on the schema",
                () -> look("run-time user without rights on the schema", as(TwoRoles.OWNER)));
        broken(
                "tables made, no migration failed",
                "insert into flyway_schema_history values (false)",
                "delete from flyway_schema_history where not success");
        broken(
                "run-time user reads and writes rows",
                "revoke delete on act_id_user from orderdesk",
                "grant delete on act_id_user to orderdesk");
        broken(
                "member of camunda-admin",
                "update act_id_membership set group_id_ = 'staff'",
                "update act_id_membership set group_id_ = 'camunda-admin'");
        broken(
                "users whose password is their name",
                ADD_A_DEMO_USER.formatted(new Hashes().of("desk1salt")),
                "delete from act_id_user");
    }

    private void broken(String demand, String breaks, String mends) {
        red.put(demand, () -> {
            superuser.sql(breaks).update();
            try {
                return look(demand, as(TwoRoles.RUN_TIME));
            } finally {
                superuser.sql(mends).update();
            }
        });
    }

    private void engines() {
        demands()
                .filter(demand -> demand.moment() == Moment.ENGINE)
                .forEach(demand ->
                        red.put(demand.name(), () -> demand.find(surroundings(as(TwoRoles.RUN_TIME), openEngine))
                                .seen()));
    }

    private void nodes() {
        demands()
                .filter(demand -> demand.moment() == Moment.NODE)
                .forEach(demand -> red.put(demand.name(), () -> {
                    guarded.set(false);
                    try {
                        return look(demand);
                    } finally {
                        guarded.set(true);
                    }
                }));
    }

    private void outside() {
        demands()
                .filter(demand -> demand.moment() == Moment.OUTSIDE)
                .forEach(demand -> red.put(demand.name(), () -> distrusting(demand)));
        red.put("clock agrees with the database's", () -> look("clock agrees with the database's", anHourAgo()));
        red.put("room in the folder for temporary files", ChecklistTest::noRoom);
        red.put("room in the working folder", ChecklistTest::noRoom);
    }

    private static Seen noRoom() {
        try {
            return OutsideDemands.room(Path.of(""), DataSize.ofTerabytes(1_000_000));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JdbcClient anHourAgo() {
        var jdbc = mock(JdbcClient.class, RETURNS_DEEP_STUBS);
        when(jdbc.sql(anyString()).query(OffsetDateTime.class).single())
                .thenReturn(OffsetDateTime.now().minusHours(1));
        return jdbc;
    }

    private Seen distrusting(Demand demand) {
        return demand.find(new Surroundings(settings, () -> as(TwoRoles.RUN_TIME), null, null, (SSLSocketFactory)
                        SSLSocketFactory.getDefault()))
                .seen();
    }

    private Seen look(Demand demand) {
        return demand.find(surroundings(as(TwoRoles.RUN_TIME), guardedEngine)).seen();
    }

    private Seen look(String demand, JdbcClient jdbc) {
        return demands()
                .filter(candidate -> candidate.name().equals(demand))
                .findFirst()
                .orElseThrow()
                .find(surroundings(jdbc, guardedEngine))
                .seen();
    }

    private Surroundings surroundings(JdbcClient jdbc, ProcessEngine engine) {
        return new Surroundings(
                settings,
                () -> jdbc,
                engine,
                new Nodes.Node("http://127.0.0.1:" + node.getAddress().getPort()),
                database.certificate().context().getSocketFactory());
    }

    private JdbcClient as(String user) {
        return as(user, "");
    }

    private JdbcClient as(String user, String more) {
        return database.as(user, more);
    }

    private static ProcessEngine engine(boolean guarded) {
        var configuration = mock(ProcessEngineConfigurationImpl.class, RETURNS_DEEP_STUBS);
        when(configuration.isAuthorizationEnabled()).thenReturn(guarded);
        when(configuration.isDeserializationTypeValidationEnabled()).thenReturn(guarded);
        when(configuration.getBeans()).thenReturn(guarded ? Map.of() : Map.of("environment", "everything"));
        var evaluation = when(configuration
                .getExpressionManager()
                .createExpression(anyString())
                .getValue(null));
        if (guarded) {
            evaluation.thenThrow(new BadUserRequestException("refused"));
        } else {
            evaluation.thenReturn("java.lang.String");
        }
        when(configuration.getPasswordEncryptor().hashAlgorithmName()).thenReturn(guarded ? "BCRYPT" : "SHA-512");
        when(configuration.getHistoryLevel())
                .thenReturn(guarded ? HistoryLevel.HISTORY_LEVEL_ACTIVITY : HistoryLevel.HISTORY_LEVEL_FULL);
        var engine = mock(ProcessEngine.class, RETURNS_DEEP_STUBS);
        when(engine.getProcessEngineConfiguration()).thenReturn(configuration);
        when(engine.getHistoryService().findHistoryCleanupJobs())
                .thenReturn(guarded ? List.of(mock(Job.class)) : List.of());
        return engine;
    }

    /** Answers as a node with its guards does, or as one without. */
    private void node() throws IOException {
        node = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        node.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            int status = 200;
            if (guarded.get()) {
                boolean tls = "https".equals(exchange.getRequestHeaders().getFirst("X-Forwarded-Proto"));
                var headers = exchange.getResponseHeaders();
                headers.add("Strict-Transport-Security", tls ? "max-age=31536000" : "");
                headers.add("Referrer-Policy", "same-origin");
                headers.add("Cache-Control", "no-cache, no-store");
                headers.add("Content-Security-Policy", "default-src 'self'");
                headers.add("X-Content-Type-Options", "nosniff");
                status = path.contains("/setup/")
                        ? 404
                        : path.startsWith("//") ? 400 : path.equals("/login") ? 200 : 401;
            }
            byte[] body = "a page".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        node.start();
    }

    /** Loads the libraries' classes itself, and knows no more of their packages than the names. */
    private static class WithoutPackages extends ClassLoader {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (ProgramDemands.FLOORS.stream().noneMatch(floor -> floor.type().equals(name))) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] type = in.readAllBytes();
                return defineClass(name, type, 0, type.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
