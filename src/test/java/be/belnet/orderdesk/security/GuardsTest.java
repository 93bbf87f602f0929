package be.belnet.orderdesk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Attacks the engine's API as someone who is signed in, or is not. */
@OrderdeskTest
class GuardsTest {
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String TOUCH = "${probe.touch()}";
    private static final String REFUSED = "Expression refused";

    @LocalServerPort
    int port;

    @Autowired
    Probe probe;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @Autowired
    ManagementService management;

    @Autowired
    OrderFile orders;

    private String deployment;
    private String deskTask;
    private String operationsTask;
    private int touchedByTheModel;

    @BeforeEach
    void oneTaskForEachOfTwoGroups() {
        var model = Bpmn.createExecutableProcess("two-groups")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask()
                .camundaExpression(TOUCH)
                .parallelGateway("fork")
                .userTask("deskTask")
                .camundaCandidateGroups("serviceDesk")
                .endEvent()
                .moveToNode("fork")
                .userTask("operationsTask")
                .camundaCandidateGroups("serviceOperations")
                .endEvent()
                .done();
        deployment = repository
                .createDeployment()
                .addModelInstance("two-groups.bpmn", model)
                .deploy()
                .getId();
        int before = probe.touched();
        runtime.startProcessInstanceByKey("two-groups", orderNumber());
        touchedByTheModel = probe.touched();
        assertThat(touchedByTheModel).as("models may call the bean").isEqualTo(before + 1);
        deskTask = task("deskTask");
        operationsTask = task("operationsTask");
    }

    @AfterEach
    void nothingReachedTheBean() {
        identity.clearAuthentication();
        repository.deleteDeployment(deployment, true);
        assertThat(probe.touched()).isEqualTo(touchedByTheModel);
    }

    @Test
    void orQueryWithAnExpressionIsRefused() {
        Browser desk = browser().signIn("desk1");
        String query = "{\"orQueries\":[{\"assigneeExpression\":\"" + TOUCH + "\"}]}";

        assertThat(desk.call("POST", ENGINE + "/task", query).statusCode()).isEqualTo(400);
        assertThat(desk.call("POST", ENGINE + "/task", query.replace("assignee", "\\u0061ssignee"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(desk.get(ENGINE + "/task?assigneeExpression=" + encoded(TOUCH))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void engineItselfRefusesExpressionsInQueries() {
        identity.setAuthentication("desk1", List.of("serviceDesk"));

        var query = tasks.createTaskQuery().or().taskAssigneeExpression(TOUCH).endOr();
        assertThatThrownBy(query::count).hasStackTraceContaining(REFUSED);
        var two = tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}" + TOUCH)
                .endOr();
        assertThatThrownBy(two::count).hasStackTraceContaining(REFUSED);
    }

    @Test
    void storedFilterWithAnExpressionIsRefused() {
        Filter filter = filters.newTaskFilter("Attack");
        filter.setQuery(
                tasks.createTaskQuery().or().taskAssigneeExpression(TOUCH).endOr());
        String id = filters.saveFilter(filter).getId();
        try {
            assertThatThrownBy(() -> filters.count(id)).hasStackTraceContaining(REFUSED);
            assertThat(browser()
                            .signIn("admin")
                            .call("POST", ENGINE + "/filter/" + id + "/count", "{}")
                            .statusCode())
                    .isGreaterThanOrEqualTo(400);
        } finally {
            filters.deleteFilter(id);
        }
    }

    @Test
    void filterWithAnExpressionCannotBeStored() {
        String filter = "{\"resourceType\":\"Task\",\"name\":\"Attack\",\"query\":{\"orQueries\":"
                + "[{\"candidateGroupInExpression\":\"" + TOUCH + "\"}]},\"properties\":{}}";

        assertThat(browser()
                        .signIn("admin")
                        .call("POST", ENGINE + "/filter/create", filter)
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser()
                        .signIn("desk1")
                        .call("POST", ENGINE + "/filter/create", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void ourOwnFiltersStillKnowWhoAsks() {
        Browser desk = browser().signIn("desk1");

        String mine = filterNamed("My group's tasks");
        String list = desk.call("POST", ENGINE + "/filter/" + mine + "/list?maxResults=2000", "{}")
                .body();

        assertThat(list).contains(deskTask).doesNotContain(operationsTask);
        assertThat(desk.call("POST", ENGINE + "/filter/" + filterNamed("Overdue") + "/count", "{}")
                        .body())
                .isEqualTo("{\"count\":0}");
    }

    @Test
    void setUpPageIsHidden() {
        String account = "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"intruder\"}}";
        for (Browser someone :
                List.of(browser(), browser().signIn("desk1"), browser().signIn("admin"))) {
            assertThat(someone.callWithoutToken("POST", "/camunda/api/admin/setup/default/user/create", account)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(someone.callWithoutToken("POST", "/camunda/api/admin/%73etup/default/user/create", account)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(someone.page("/camunda/app/admin/default/setup/").statusCode())
                    .isEqualTo(404);
        }
        assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
    }

    @Test
    void doubleSlashIsNoRedirectElsewhere() {
        assertThat(browser().page("//elsewhere.example/camunda/app/tasklist").statusCode())
                .isEqualTo(400);
    }

    @Test
    void groupSeesItsOwnTasksOnly() {
        Browser desk = browser().signIn("desk1");

        assertThat(desk.get(ENGINE + "/task?maxResults=100000").statusCode())
                .as("beyond the limit")
                .isEqualTo(400);
        assertThat(desk.get(ENGINE + "/task/" + deskTask).statusCode()).isEqualTo(200);
        assertThat(desk.get(ENGINE + "/task/" + operationsTask).statusCode()).isEqualTo(404);
        assertThat(desk.get(ENGINE + "/task?maxResults=2000").body())
                .contains(deskTask)
                .doesNotContain(operationsTask);
        assertThat(desk.call("POST", ENGINE + "/task/" + operationsTask + "/claim", "{\"userId\":\"desk1\"}")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(desk.call("POST", ENGINE + "/task/" + operationsTask + "/submit-form", "{\"variables\":{}}")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void groupWorksOnItsTaskThroughTheForm() {
        Browser desk = browser().signIn("desk1");

        assertThat(desk.call("POST", ENGINE + "/task/" + deskTask + "/claim", "{\"userId\":\"desk1\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(desk.call("POST", ENGINE + "/task/" + deskTask + "/submit-form", "{\"variables\":{}}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void auditorsReadButDoNotWork() {
        Browser auditor = browser().signIn("auditor1");

        assertThat(auditor.get(ENGINE + "/task/" + deskTask).statusCode()).isEqualTo(200);
        assertThat(auditor.call("POST", ENGINE + "/task/" + deskTask + "/claim", "{\"userId\":\"auditor1\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(auditor.call("POST", ENGINE + "/task/" + deskTask + "/submit-form", "{\"variables\":{}}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void nobodyWritesPastTheForms() {
        String value = "{\"value\":\"x\",\"type\":\"String\"}";
        String instance =
                tasks.createTaskQuery().taskId(deskTask).singleResult().getProcessInstanceId();
        for (String user : List.of("desk1", "manager1", "admin")) {
            Browser person = browser().signIn(user);
            assertThat(List.of(
                            person.call("PUT", ENGINE + "/task/" + deskTask + "/variables/x", value),
                            person.call("PUT", ENGINE + "/task/" + deskTask + "/localVariables/x", value),
                            person.call("POST", ENGINE + "/process-instance/" + instance + "/variables", "{}"),
                            person.call("DELETE", ENGINE + "/process-instance/" + instance + "/variables/x", ""),
                            person.call("POST", ENGINE + "/process-instance/" + instance + "/modification", "{}"),
                            person.call("POST", ENGINE + "/task/" + deskTask + "/complete", "{}"),
                            person.call("POST", ENGINE + "/task/" + deskTask + "/resolve", "{}"),
                            person.call("POST", ENGINE + "/task/" + deskTask + "/comment/create", "{}"),
                            person.call("POST", ENGINE + "/task/" + deskTask + "/attachment/create", "{}"),
                            person.call("PUT", ENGINE + "/task/" + deskTask, "{}"),
                            person.call("POST", ENGINE + "/task/create", "{}"),
                            person.call("POST", ENGINE + "/message", "{}"),
                            person.call("POST", ENGINE + "/deployment/create", "{}"),
                            person.call("POST", ENGINE + "/process-definition/key/two-groups/start", "{}")))
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(403));
            for (String hidden : List.of(
                    ENGINE + "/task/" + deskTask + "/%63omplete", "/camunda/api/%65ngine/engine/default/message")) {
                assertThat(person.call("POST", hidden, "{}").statusCode())
                        .as(hidden)
                        .isEqualTo(404);
            }
        }
        assertThat(tasks.createTaskQuery().taskId(deskTask).count()).isOne();
    }

    @Test
    void administratorsRetryJobs() {
        String job = management.createJobQuery().list().stream()
                .map(found -> found.getId())
                .findFirst()
                .orElse("none");
        int status = browser()
                .signIn("admin")
                .call("PUT", ENGINE + "/job/" + job + "/retries", "{\"retries\":3}")
                .statusCode();

        assertThat(status).isNotEqualTo(403);
        assertThat(browser()
                        .signIn("manager1")
                        .call("PUT", ENGINE + "/job/" + job + "/retries", "{\"retries\":3}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void changingCallWithoutTokenIsRefused() {
        Browser desk = browser().signIn("desk1");

        assertThat(desk.callWithoutToken("POST", ENGINE + "/task/" + deskTask + "/claim", "{\"userId\":\"desk1\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(deskTask).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void whatScriptsOfTasklistKeepNeedsTheTokenOfTheWebapps() {
        Browser desk = browser().signIn("desk1");
        String draft = "/desk/drafts/" + deskTask;

        assertThat(desk.callWithoutToken("PUT", draft, "{}").statusCode()).isEqualTo(403);
        assertThat(desk.call("PUT", draft, "{}").statusCode()).as("let through").isEqualTo(400);
    }

    @Test
    void policyNamesTheNonceOfItsPageUnderLoad() throws Exception {
        Browser manager = browser().signIn("manager1");
        var busy = Executors.newFixedThreadPool(4);
        try {
            var answers = busy.invokeAll(IntStream.range(0, 60)
                    .<java.util.concurrent.Callable<Boolean>>mapToObj(
                            n -> () -> nonceAgrees(manager, n % 2 == 0 ? "tasklist" : "cockpit"))
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            busy.shutdownNow();
        }
    }

    private static boolean nonceAgrees(Browser browser, String app) {
        var answer = browser.page("/camunda/app/" + app + "/default/");
        var inPage = Pattern.compile("nonce=\"([\\w-]+)\"").matcher(answer.body());
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        return inPage.find() && policy.contains("'nonce-" + inPage.group(1) + "'");
    }

    /** Steps of a process are kept with an order, so there must be one. */
    private String orderNumber() {
        var requester = new Requester("Mail administrator", "mail-admin@kortenberg-uni.example", null, "nl");
        return orders.open(new NewOrder("BAMS", "order", "KORTUNI", "Mail security", requester, null, null, null))
                .number();
    }

    private String filterNamed(String name) {
        return filters.createTaskFilterQuery().filterName(name).singleResult().getId();
    }

    private String task(String key) {
        return tasks.createTaskQuery().taskDefinitionKey(key).singleResult().getId();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Browser browser() {
        return new Browser(port);
    }
}
