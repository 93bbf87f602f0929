package be.belnet.orderdesk.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as its jar is, and people who do in it what Tasklist lets them do. */
public final class Orderdesk implements Contender {
    private static final Map<String, String> COUNTS = Map.of(
            "effects", "select count(*) from effect where order_number = any (?)",
            "mails", "select count(*) from correspondence where order_number = any (?)",
            "documents", "select count(*) from order_document where order_number = any (?)");

    private static final String CUSTOMER = """
            with given as (select ? acronym, ? as language),
            organisation as (
                insert into customer_organisation (acronym_key, acronym, legal_name, type, language, street, postcode, city,
                    country, account_manager, belnet_customer)
                select acronym, acronym, 'Organisation ' || acronym, 'university', language, 'Street 1', '1000', 'Brussels',
                    'BE', 'relations1', true from given returning id, language)
            insert into customer_contact (organisation_id, email_key, name, email, language, roles)
            select id, role || '@customer.example', 'Contact', role || '@customer.example', language, role
            from organisation, unnest(array['signatory', 'technical']) role
            """;

    private static final List<String> LANGUAGES = List.of("en", "nl", "fr", "de");

    private final ConfigurableApplicationContext application;
    private final FormService forms;
    private final IdentityService identity;
    private final TaskService tasks;
    private final String model;
    private final Map<String, List<String>> groups = new ConcurrentHashMap<>();

    private Orderdesk(ConfigurableApplicationContext application) {
        this.application = application;
        forms = application.getBean(FormService.class);
        identity = application.getBean(IdentityService.class);
        tasks = application.getBean(TaskService.class);
        model = application
                .getBean(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionKey(EmptyWay.PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** @param settings of the application */
    public static void main(String[] settings) {
        Runner.run(() -> start(settings));
    }

    private static Orderdesk start(String[] settings) throws ClassNotFoundException, SQLException {
        Class<?> application = Class.forName("be.belnet.orderdesk.OrderdeskApplication");
        Orderdesk orderdesk = new Orderdesk(SpringApplication.run(application, settings));
        orderdesk.register(Settings.number("customers"), new Random(Settings.number("seed")));
        return orderdesk;
    }

    @Override
    public String version() {
        return application.getEnvironment().getProperty("orderdesk.release");
    }

    @Override
    public String start(int index) {
        return as("desk1", () -> forms.submitStartForm(
                        model,
                        Map.of(
                                "acronym",
                                acronym(index),
                                "contactName",
                                "Mail administrator",
                                "contactEmail",
                                "mail-admin@customer.example",
                                "contactLanguage",
                                LANGUAGES.get(index % LANGUAGES.size())))
                .getBusinessKey());
    }

    /** The application itself looks whether partners are ready. */
    @Override
    public void complete(Waiting waiting) {
        if (waiting.isMessage()) {
            return;
        }
        String person = waiting.assignee() == null ? EmptyWay.person(waiting) : waiting.assignee();
        as(person, () -> {
            if (waiting.assignee() == null) {
                tasks.claim(waiting.id(), person);
            }
            forms.submitTaskForm(waiting.id(), answers(waiting.activity()));
            return null;
        });
    }

    @Override
    public String leftToDo() {
        return "select (select count(*) from correspondence where sent_at is null)"
                + " + (select count(*) from act_ru_job where retries_ > 0 and (duedate_ is null or duedate_ <= now()))";
    }

    @Override
    public Map<String, String> counts() {
        return COUNTS;
    }

    @Override
    public void close() {
        application.close();
    }

    private static Map<String, Object> answers(String activity) {
        return new HashMap<>(
                switch (activity) {
                    case "userTask_introduceAccountManager" -> Map.of("accountManager", "relations1");
                    case "userTask_discussWishes" -> Map.of("wishes", "Less spam");
                    case "userTask_determineNeeds" ->
                        Map.of("mailDomains", "customer.example mx.customer.example", "mailboxes", 300);
                    case "userTask_registerSignedCopies" ->
                        Map.of(
                                "copiesReceived",
                                2,
                                "signatoryName",
                                "The signatory",
                                "signatoryRole",
                                "Rector",
                                "receivedOn",
                                LocalDate.now().toString());
                    case "userTask_handOverAppliance" ->
                        Map.of("handOverChecks", List.of("serial", "domains", "testMail", "mx"));
                    case "userTask_countersignContract" -> Map.of("countersignedBy", "Director", "returnedBy", "post");
                    default -> throw new IllegalStateException("Off the straight way: " + activity);
                });
    }

    private <T> T as(String user, Supplier<T> act) {
        identity.setAuthentication(user, groups.computeIfAbsent(user, this::groupsOf));
        try {
            return act.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** Customers without any order, one for each order to come. */
    private void register(int customers, Random random) throws SQLException {
        try (Connection connection = application.getBean(DataSource.class).getConnection();
                PreparedStatement customer = connection.prepareStatement(CUSTOMER)) {
            for (int index = 0; index < customers; index++) {
                customer.setString(1, acronym(index));
                customer.setString(2, LANGUAGES.get(random.nextInt(LANGUAGES.size())));
                customer.executeUpdate();
            }
        }
    }

    private static String acronym(int index) {
        return "C" + index;
    }
}
