package be.belnet.orderdesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Tries what {@code docs/permissions.md} says, as every role, through the real filters: no cell may be more than the table
 * allows, and none less. What was found is left in {@code target/permissions}.
 */
@OrderdeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsTest {
    private static final String YES = "yes";
    private static final String NO = "–";
    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final String STRANGER = "stranger1";

    /** Columns of the tables; null is nobody. */
    private static final List<String> USERS = Stream.concat(
                    Stream.of(
                            "desk1",
                            "relations1",
                            "adviser1",
                            "operations1",
                            "manager1",
                            "auditor1",
                            "admin",
                            STRANGER),
                    Stream.of((String) null))
            .toList();

    private static final List<String> GROUPS =
            List.of("serviceDesk", "customerRelations", "technicalAdvisers", "serviceOperations", "managers");

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::(?:[^{}]|\\{[^}]*})*)?}");
    private static final Pattern FOLLOW = Pattern.compile("/follow/([\\w.~-]+)");

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    RepositoryService repository;

    @Autowired
    FormService forms;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    @Autowired
    Correspondence correspondence;

    private final Map<String, String> passwords = new LinkedHashMap<>();
    private final List<Visitor> visitors = new ArrayList<>();
    private ExecutorService side;
    private String customer;
    private String order;
    private long document;

    @BeforeAll
    void everybodyIsHere() {
        var stranger = identity.newUser(STRANGER);
        stranger.setPassword(STRANGER);
        identity.saveUser(stranger);
        USERS.stream().filter(user -> user != null).forEach(this::hashCheaply);
        USERS.forEach(user -> visitors.add(new Visitor(port, user)));
        side = Executors.newFixedThreadPool(3);
        customer = register.university("en");
        order = start();
        document = documents
                .add(order, "contract", "Zyxpaper.pdf", "application/pdf", new byte[] {1})
                .id();
    }

    @AfterAll
    void everybodyLeaves() {
        side.shutdownNow();
        passwords.forEach((user, hash) -> jdbc.sql("update ACT_ID_USER set PWD_ = ? where ID_ = ?")
                .params(hash, user)
                .update());
        identity.deleteUser(STRANGER);
    }

    @Test
    void addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        new TreeSet<>(everyAddress().filter(one -> !isCustomers(one)).toList())
                .forEach(one -> addresses.put(one, filled(one.substring(one.indexOf(' ') + 1))));

        var found = table(addresses, (visitor, act) -> {
            String method = act.substring(0, act.indexOf(' '));
            String path = addresses.get(act);
            boolean script = path.startsWith("/api/") || path.startsWith("/desk/");
            var answer = visitor.send(method, path, method.equals("GET") ? null : script ? "{}" : "");
            return yes(Visitor.isLetIn(answer));
        });

        assertThat(PermissionTables.found("Addresses", found)).isEqualTo(PermissionTables.expected("Addresses"));
    }

    @Test
    void customersPages() {
        String own = ownLink(order);
        String forged = (own.charAt(0) == 'x' ? "y" : "x") + own.substring(1);
        var stranger = new Visitor(port, null);
        Map<String, List<String>> found = new LinkedHashMap<>();
        new TreeSet<>(everyAddress().filter(PermissionsTest::isCustomers).toList()).forEach(act -> {
            String method = act.substring(0, act.indexOf(' '));
            String path = act.substring(act.indexOf(' ') + 1).replace("{id:\\d{1,18}}", Long.toString(document));
            boolean follow = path.startsWith("/follow/{token}");
            found.put(
                    act,
                    Stream.of(own, forged)
                            .map(token -> stranger.send(
                                    method, path.replace("{token}", token), method.equals("GET") ? null : ""))
                            .map(answer -> yes(answer.statusCode() < 400))
                            .toList());
            if (!follow) {
                assertThat(found.get(act))
                        .as("the link of another page at %s", act)
                        .containsExactly(NO, NO);
                found.remove(act);
            }
        });

        assertThat(PermissionTables.found("Customers' pages", found))
                .isEqualTo(PermissionTables.expected("Customers' pages"));
    }

    @Test
    void processes() {
        List<String> ours = models();
        Map<String, ProcessDefinition> models = new LinkedHashMap<>();
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(model -> ours.contains(model.getKey()))
                .forEach(model -> models.put(model.getKey(), model));

        var found = table(new java.util.TreeMap<>(models), (visitor, key) -> {
            List<String> may = new ArrayList<>();
            add(may, "read", Visitor.isLetIn(visitor.get(ENGINE + "process-definition/key/" + key)));
            boolean mayStart = checked(visitor, "CREATE_INSTANCE", key);
            add(may, "start", mayStart);
            if (models.get(key).hasStartFormKey()) {
                var started = visitor.send(
                        "POST", ENGINE + "process-definition/key/" + key + "/submit-form", "{\"variables\":{}}");
                assertThat(started.statusCode() == 400)
                        .as("%s starts %s: %s", visitor.user(), key, started.body())
                        .isEqualTo(mayStart);
            }
            add(may, "instances", checked(visitor, "READ_INSTANCE", key));
            add(may, "history", checked(visitor, "READ_HISTORY", key));
            return may.isEmpty() ? NO : String.join(" ", may);
        });

        assertThat(PermissionTables.found("Processes", found)).isEqualTo(PermissionTables.expected("Processes"));
    }

    @Test
    void tasks() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String group : GROUPS) {
            String task = taskOf(group);
            List<String> cells = visitors.stream()
                    .map(visitor -> onTask(visitor, group, task))
                    .toList();
            found.put(group, cells);
        }

        assertThat(PermissionTables.found("Tasks", found)).isEqualTo(PermissionTables.expected("Tasks"));
    }

    @Test
    void engine() {
        String instance = tasks.createTaskQuery()
                .processInstanceBusinessKey(order)
                .singleResult()
                .getProcessInstanceId();
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("Tasklist", Call.get("/camunda/app/tasklist/default/"));
        calls.put("Cockpit", Call.get("/camunda/app/cockpit/default/"));
        calls.put("Admin", Call.get("/camunda/app/admin/default/"));
        List.of("user", "group", "authorization", "deployment", "filter", "decision-definition")
                .forEach(what -> calls.put("read " + what, Call.list(what)));
        calls.put("read process-instance", Call.list("process-instance?businessKey=" + order));
        calls.put("read history", Call.list("history/process-instance?processInstanceBusinessKey=" + order));
        calls.put("read variables", Call.list("variable-instance?processInstanceIdIn=" + instance));
        calls.put("read batch", Call.check("Batch", 13, "READ"));
        calls.put("delete instance", new Call("DELETE", "process-instance/" + instance, null));
        calls.put("modify instance", new Call("POST", "process-instance/" + instance + "/modification", "{}"));
        calls.put("suspend instance", new Call("PUT", "process-instance/none/suspended", "{\"suspended\":false}"));
        calls.put("delete instances as a batch", new Call("POST", "process-instance/delete", "{}"));
        calls.put("migrate instances", new Call("POST", "migration/execute", "{}"));
        calls.put("restart instances", new Call("POST", "process-definition/none/restart", "{}"));
        calls.put("set a variable", new Call("PUT", "process-instance/" + instance + "/variables/x", "{\"value\":1}"));
        calls.put("send a message", new Call("POST", "message", "{\"messageName\":\"none\"}"));
        calls.put("send a signal", new Call("POST", "signal", "{\"name\":\"none\"}"));
        calls.put(
                "suspend definition",
                new Call("PUT", "process-definition/key/reconciliation/suspended", "{\"suspended\":false}"));
        calls.put("delete definition", new Call("DELETE", "process-definition/none", null));
        calls.put("deploy", new Call("POST", "deployment/create", "{}"));
        calls.put("delete deployment", new Call("DELETE", "deployment/none", null));
        calls.put("evaluate decision", new Call("POST", "decision-definition/key/mail-kind/evaluate", "{}"));
        calls.put("create filter", new Call("POST", "filter/create", "{\"resourceType\":\"none\"}"));
        calls.put("change filter", new Call("PUT", "filter/none", "{}"));
        calls.put("create user", new Call("POST", "user/create", "{}"));
        calls.put("change user", new Call("PUT", "user/none/profile", "{\"id\":\"none\"}"));
        calls.put("delete user", new Call("DELETE", "user/none", null));
        calls.put("create group", new Call("POST", "group/create", "{}"));
        calls.put("join group", new Call("PUT", "group/none/members/none", "{}"));
        calls.put("grant", new Call("POST", "authorization/create", "{}"));
        calls.put("revoke", new Call("DELETE", "authorization/none", null));
        calls.put("retry job", new Call("PUT", "job/none/retries", "{\"retries\":1}"));
        calls.put("run job", new Call("POST", "job/none/execute", "{}"));
        calls.put("delete job", new Call("DELETE", "job/none", null));
        calls.put("resolve incident", new Call("DELETE", "incident/none", null));
        calls.put("create task", new Call("POST", "task/create", "{}"));
        calls.put("delete history", new Call("DELETE", "history/process-instance/none", null));
        calls.put("comment on task", new Call("POST", "task/none/comment/create", "{}"));
        calls.put("first user without log-in", Call.get("/camunda/api/admin/setup/default/user/create"));
        calls.put("actuator at the people's port", Call.get("/actuator/health"));
        calls.put("environment at the people's port", Call.get("/actuator/env"));

        var found = table(calls, (visitor, act) -> calls.get(act).tried(visitor));

        assertThat(PermissionTables.found("Engine", found)).isEqualTo(PermissionTables.expected("Engine"));
        assertThat(desk.isRunning(order)).isTrue();
    }

    @Test
    void contractPriceAndPeople() {
        orders.record(order, "needsDetermined", Map.of("priceLine", "Zyxprice"));
        orders.record(order, "noteAdded", Map.of("text", "Zyxnote of a call"));
        orders.record(order, "licenceOrdered", Map.of("serial", "ZYXLICENCE"));
        long subscription = subscribers.mailSecurity(
                customer, LocalDate.of(2026, 3, 1), null, "zyxdomain-" + customer.toLowerCase() + ".example");
        String contract = jdbc.sql("select contract_number from subscription where id = ?")
                .param(subscription)
                .query(String.class)
                .single();
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put("licence", "ZYXLICENCE");
        marks.put("domain", "zyxdomain-");
        marks.put("document", "Zyxpaper");
        marks.put("price", "Zyxprice");
        marks.put("contract", contract);
        marks.put("mail", "Zyxsubject");
        marks.put("requester", orders.get(order).requester().email());
        marks.put("note", "Zyxnote");

        Map<String, Map<String, String>> seen = new LinkedHashMap<>();
        visitors.forEach(visitor -> seen.put(String.valueOf(visitor.user()), everythingSeen(visitor, subscription)));
        var found = table(
                marks,
                (visitor, what) -> yes(seen.get(String.valueOf(visitor.user())).values().stream()
                        .anyMatch(body -> body.contains(marks.get(what)))));
        found.put("found by its requester", cells(visitor -> yes(isFoundBy(visitor, marks.get("requester")))));
        found.put("found by its number", cells(visitor -> yes(isFoundBy(visitor, order))));

        assertThat(PermissionTables.found("Order file", found)).isEqualTo(PermissionTables.expected("Order file"));
    }

    @Test
    void idsOfOthersLeadNowhere() {
        String other = start();
        Visitor relations = as("relations1");
        for (String path : List.of("/documents/" + document, "/documents/" + document + "/view")) {
            assertThat(relations.get("/orders/" + order + path).statusCode()).isEqualTo(200);
            assertThat(relations.get("/orders/" + other + path).statusCode()).isEqualTo(404);
        }
        assertThat(relations
                        .get("/api/orders/" + other + "/documents/" + document)
                        .statusCode())
                .isEqualTo(404);
        long mail = correspondence.of(order).get(0).id();
        assertThat(relations.get("/orders/" + order + "/mails/" + mail).statusCode())
                .isEqualTo(200);
        assertThat(relations.get("/orders/" + other + "/mails/" + mail).statusCode())
                .isEqualTo(404);
        var customerOfTheOther = new Visitor(port, null);
        String link = "/follow/" + ownLink(other);
        assertThat(customerOfTheOther.get(link).statusCode()).isEqualTo(200);
        assertThat(customerOfTheOther.get(link).body()).doesNotContain(order);
        assertThat(customerOfTheOther.get(link + "/documents/" + document).statusCode())
                .isEqualTo(404);
    }

    @Test
    void walkingPastTheDoorEndsAtIt() {
        Visitor operations = as("operations1");
        String paper = "/orders/" + order + "/documents/" + document;
        for (String path : List.of(
                paper,
                paper + "/",
                paper + "?view",
                "/ORDERS/" + order + "/documents/" + document,
                paper + "%2Fview")) {
            assertThat(operations.get(path).statusCode()).as(path).isIn(400, 403, 404);
        }
        assertThat(operations.send("HEAD", paper, null).statusCode()).isEqualTo(403);
        assertThat(operations.send("OPTIONS", paper, null).body()).doesNotContain("Zyx");
        for (String path :
                List.of("//orders/" + order, "/orders/..;/audit", "/x/../audit", "/audit;x=1", "/audit%2e")) {
            assertThat(operations.get(path).statusCode()).as(path).isIn(400, 403, 404);
        }
    }

    private Map<String, String> everythingSeen(Visitor visitor, long subscription) {
        Map<String, String> seen = new LinkedHashMap<>();
        Stream.of(
                        "/orders/" + order,
                        "/orders/" + order + "/file",
                        "/api/orders/" + order,
                        "/api/orders/" + order + "/events",
                        "/subscriptions/" + subscription,
                        "/subscriptions?q=" + customer,
                        "/subscriptions/subscriptions.csv?q=" + customer,
                        "/api/subscriptions?q=" + customer,
                        "/api/subscriptions/" + subscription)
                .forEach(path -> {
                    HttpResponse<String> answer = visitor.get(path);
                    seen.put(path, answer.statusCode() == 200 ? answer.body() : "");
                });
        return seen;
    }

    private boolean isFoundBy(Visitor visitor, String words) {
        String found = visitor.get("/api/orders?q=" + words).body();
        String suggested = visitor.get("/desk/order-search?q=" + words).body();
        assertThat(suggested.contains(order)).isEqualTo(found.contains(order));
        return found.contains(order);
    }

    /** Read, take, open, keep a draft, send. */
    private String onTask(Visitor visitor, String group, String task) {
        List<String> may = new ArrayList<>();
        String form = "review-request";
        add(may, "read", visitor.get(ENGINE + "task/" + task).statusCode() == 200);
        add(may, "open", visitor.get("/forms/" + form + "/" + task).statusCode() == 200);
        add(may, "draft", visitor.get("/desk/drafts/" + task).statusCode() == 200);
        add(
                may,
                "complete",
                visitor.send("POST", ENGINE + "task/" + task + "/submit-form", "{\"variables\":{}}")
                                .statusCode()
                        == 400);
        add(
                may,
                "claim",
                visitor.send(
                                        "POST",
                                        ENGINE + "task/" + task + "/claim",
                                        "{\"userId\":\"%s\"}".formatted(visitor.user()))
                                .statusCode()
                        == 204);
        giveBack(task, group);
        return may.isEmpty() ? NO : String.join(" ", may);
    }

    private String taskOf(String group) {
        String task = desk.task(start(), "userTask_reviewRequest").getId();
        tasks.deleteCandidateGroup(task, "serviceDesk");
        tasks.addCandidateGroup(task, group);
        giveBack(task, group);
        return task;
    }

    private void giveBack(String task, String group) {
        tasks.setAssignee(task, null);
        authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task).list().stream()
                .filter(grant -> !group.equals(grant.getGroupId()))
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    }

    /** An order that somebody reviews, for its customer is not known; who asked has had a mail. */
    private String start() {
        String number = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "request",
                        "Zyxrequest",
                        "contactName",
                        "Mail administrator",
                        "contactEmail",
                        "zyx-" + UUID.randomUUID() + "@customer.example",
                        "contactLanguage",
                        "en"));
        var mail = as("desk1")
                .send(
                        "POST",
                        "/orders/" + number + "/mails",
                        "token=" + UUID.randomUUID() + "&mailTo=requester&mailSubject=Zyxsubject&mailText=Zyxmail");
        assertThat(mail.statusCode()).isEqualTo(302);
        return number;
    }

    private String ownLink(String number) {
        Matcher link = FOLLOW.matcher(correspondence.of(number).get(0).text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** Ids of our processes, which their files are named after; tests may have deployed others. */
    private static List<String> models() {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".bpmn"))
                    .map(file -> file.replace(".bpmn", ""))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Visitor as(String user) {
        return visitors.get(USERS.indexOf(user));
    }

    private Stream<String> everyAddress() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(pattern -> methods(mapping).map(method -> method + " " + pattern)));
    }

    private static Stream<RequestMethod> methods(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of(RequestMethod.GET) : methods.stream();
    }

    private static boolean isCustomers(String address) {
        return address.matches("\\w+ /(domains|follow|useful)/.*");
    }

    private String filled(String pattern) {
        Map<String, String> values = Map.of(
                "number",
                pattern.contains("/orders/") ? order : "NONE-0",
                "id",
                pattern.contains("/documents/") ? Long.toString(document) : "999999999",
                "acronym",
                customer,
                "service",
                "bams",
                "page",
                "1");
        return PLACE.matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "none")));
    }

    private boolean checked(Visitor visitor, String permission, String process) {
        var answer = visitor.get(ENGINE + "authorization/check?permissionName=" + permission
                + "&resourceName=ProcessDefinition&resourceType=6&resourceId=" + process);
        return answer.statusCode() == 200 && answer.body().contains("\"authorized\":true");
    }

    private Map<String, List<String>> table(Map<String, ?> acts, BiFunction<Visitor, String, String> tried) {
        List<Future<List<String>>> columns = visitors.stream()
                .map(visitor -> side.submit(() -> acts.keySet().stream()
                        .map(act -> tried.apply(visitor, act))
                        .toList()))
                .toList();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        List<String> names = List.copyOf(acts.keySet());
        for (Future<List<String>> column : columns) {
            List<String> cells = done(column);
            for (int i = 0; i < names.size(); i++) {
                rows.computeIfAbsent(names.get(i), name -> new ArrayList<>()).add(cells.get(i));
            }
        }
        return rows;
    }

    private List<String> cells(java.util.function.Function<Visitor, String> tried) {
        return visitors.stream().map(tried).toList();
    }

    private static List<String> done(Future<List<String>> column) {
        try {
            return column.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static void add(List<String> may, String act, boolean allowed) {
        if (allowed) {
            may.add(act);
        }
    }

    private static String yes(boolean allowed) {
        return allowed ? YES : NO;
    }

    /** A slow hash at each of a thousand calls would take minutes; everybody gets the real one back. */
    private void hashCheaply(String user) {
        Map<String, Object> known = jdbc.sql("select PWD_, SALT_ from ACT_ID_USER where ID_ = ?")
                .param(user)
                .query()
                .singleRow();
        passwords.put(user, (String) known.get("PWD_"));
        String salted = user + Objects.requireNonNullElse(known.get("SALT_"), "");
        jdbc.sql("update ACT_ID_USER set PWD_ = ? where ID_ = ?")
                .params("{BCRYPT}" + new BCryptPasswordEncoder(4).encode(BcryptPasswords.shortened(salted)), user)
                .update();
    }

    /** @param path of the engine unless it begins with a slash */
    private record Call(String method, String path, String body, boolean list) {
        private Call(String method, String path, String body) {
            this(method, path, body, false);
        }

        private static Call get(String path) {
            return new Call("GET", path, null);
        }

        private static Call list(String path) {
            return new Call("GET", path, null, true);
        }

        private static Call check(String resource, int type, String permission) {
            return new Call(
                    "GET",
                    "authorization/check?permissionName=%s&resourceName=%s&resourceType=%d&resourceId=*"
                            .formatted(permission, resource, type),
                    null);
        }

        private String tried(Visitor visitor) {
            var answer = visitor.send(method, path.startsWith("/") ? path : ENGINE + path, body);
            boolean letIn = Visitor.isLetIn(answer)
                    && (!path.startsWith("/") || answer.statusCode() < 400)
                    && (!list || answer.statusCode() == 200 && !answer.body().equals("[]"))
                    && !answer.body().contains("\"authorized\":false");
            return yes(letIn);
        }
    }
}
