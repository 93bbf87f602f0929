package be.belnet.orderdesk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.spring.boot.starter.webapp.filter.AppendTrailingSlashFilter;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Each known attack on the engine, which succeeds against an engine and webapps as they are delivered, and fails with the
 * guard. What Orderdesk tries at its start must tell the two apart.
 */
class EngineAttacksTest {
    private static final String TOUCH = "${guardProbe.touch()}";
    private static final String PASSWORD = "${environment.getProperty('spring.datasource.password')}";
    private static final String ACCOUNT =
            "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"intruder\"}}";

    private static final GenericApplicationContext BEANS = new GenericApplicationContext();
    private static ProcessEngine engine;
    private static GuardProbe probe;

    @TempDir
    private static Path directory;

    private Tomcat tomcat;

    @BeforeAll
    static void engineAsItIsDelivered() {
        BEANS.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("spring.datasource.password", "database-secret")));
        BEANS.registerBean("guardProbe", GuardProbe.class);
        BEANS.refresh();
        probe = BEANS.getBean(GuardProbe.class);
        engine = new StandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("attacked")
                .setJdbcUrl("jdbc:h2:mem:attacked;DB_CLOSE_DELAY=-1")
                .setHistory("none")
                .buildProcessEngine();
        RuntimeContainerDelegate.INSTANCE.get().registerProcessEngine(engine);
    }

    @AfterAll
    static void stop() {
        RuntimeContainerDelegate.INSTANCE.get().unregisterProcessEngine(engine);
        engine.close();
        BEANS.close();
    }

    @AfterEach
    void nothingIsLeft() throws LifecycleException {
        engine.getFilterService().createFilterQuery().list().forEach(filter -> engine.getFilterService()
                .deleteFilter(filter.getId()));
        engine.getIdentityService().deleteUser("intruder");
        if (tomcat != null) {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    @Test
    void expressionInAnOrQueryRunsUnlessItIsGuarded() {
        unguarded();
        int before = probe.touched();
        engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression(TOUCH)
                .endOr()
                .count();
        assertThat(probe.touched()).as("the attack succeeds").isEqualTo(before + 1);
        assertThat(holds("expressions in queries")).isFalse();

        guarded();
        int guardedFrom = probe.touched();
        var query = engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression(TOUCH)
                .endOr();
        assertThatThrownBy(query::count).hasStackTraceContaining(GuardedExpression.REFUSED);
        assertThat(probe.touched()).isEqualTo(guardedFrom);
        assertThat(holds("expressions in queries")).isTrue();
    }

    @Test
    void expressionInAStoredFilterRunsUnlessItIsGuarded() {
        var filter = engine.getFilterService().newTaskFilter("Attack");
        filter.setQuery(engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression(TOUCH)
                .endOr());
        String id = engine.getFilterService().saveFilter(filter).getId();

        unguarded();
        int before = probe.touched();
        engine.getFilterService().count(id);
        assertThat(probe.touched()).as("the attack succeeds").isEqualTo(before + 1);
        assertThat(holds("expressions in stored filters")).isFalse();

        guarded();
        assertThatThrownBy(() -> engine.getFilterService().count(id))
                .hasStackTraceContaining(GuardedExpression.REFUSED);
        assertThat(holds("expressions in stored filters")).isTrue();
    }

    @Test
    void expressionReadsThePasswordOfTheDatabaseUnlessBeansAreHidden() {
        unguarded();
        assertThat(evaluated(PASSWORD)).as("the attack succeeds").isEqualTo("database-secret");
        assertThat(holds("beans out of reach")).isFalse();

        guarded();
        assertThatThrownBy(() -> evaluated(PASSWORD)).hasMessageContaining("environment");
        assertThat(evaluated(TOUCH)).as("what models may name").isEqualTo("");
        assertThat(holds("beans out of reach")).isTrue();
    }

    @Test
    void setUpMakesAnAdministratorWithoutLogInUnlessItIsHidden() throws Exception {
        String base = serve(List.of());
        assertThat(post(base + "/camunda/api/admin/setup/attacked/user/create", ACCOUNT))
                .isEqualTo(204);
        assertThat(isAdministrator("intruder")).as("the attack succeeds").isTrue();
        assertThat(web(base, "set-up")).isFalse();

        nothingIsLeft();
        base = serve(List.of(new SetupPageFilter()));
        assertThat(post(base + "/camunda/api/admin/setup/attacked/user/create", ACCOUNT))
                .isEqualTo(404);
        assertThat(post(base + "/camunda/api/admin/%73etup/attacked/user/create", ACCOUNT))
                .isEqualTo(404);
        assertThat(isAdministrator("intruder")).isFalse();
        assertThat(web(base, "set-up")).isTrue();
    }

    @Test
    void doubleSlashLeadsToAnotherHostUnlessTheFirewallStandsBefore() throws Exception {
        String base = serve(List.of(new AppendTrailingSlashFilter()));
        var answer = get(base + "//camunda/app/tasklist");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(URI.create(base)
                        .resolve(answer.headers().firstValue("Location").orElseThrow())
                        .getHost())
                .as("the attack succeeds")
                .isEqualTo("camunda");
        assertThat(web(base, "double slash")).isFalse();

        nothingIsLeft();
        var firewall = new FilterChainProxy(new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE));
        base = serve(List.of(firewall, new AppendTrailingSlashFilter()));
        assertThat(get(base + "//camunda/app/tasklist").statusCode()).isEqualTo(400);
        assertThat(get(base + "//camunda/app/tasklist").headers().firstValue("Location"))
                .isEmpty();
        assertThat(web(base, "double slash")).isTrue();
    }

    @Test
    void orderdeskDoesNotStartAndNamesEachGuardThatIsNotInForce() {
        unguarded();

        assertThatThrownBy(() -> GuardsAtStart.refuse(attacks().guards()))
                .hasMessage(
                        "Guards not in force: expressions in queries (CVE-2026-109432), expressions in stored filters,"
                                + " beans out of reach of expressions");
    }

    private static void unguarded() {
        use(new SpringExpressionManager(BEANS, null));
    }

    private static void guarded() {
        use(new GuardedExpressionManager(BEANS, new VisibleBeans(BEANS)));
    }

    private static void use(ExpressionManager expressions) {
        configuration().setExpressionManager(expressions);
    }

    private static ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private static Object evaluated(String expression) {
        return configuration().getCommandExecutorTxRequired().execute(context -> configuration()
                .getExpressionManager()
                .createExpression(expression)
                .getValue(StartProcessVariableScope.getSharedInstance()));
    }

    private static boolean holds(String name) {
        return holds(attacks().guards(), name);
    }

    private static ExpressionAttacks attacks() {
        return new ExpressionAttacks(engine, probe, TransactionOperations.withoutTransaction());
    }

    private static boolean web(String base, String name) {
        return holds(new WebAttacks(base).guards(), name);
    }

    private static boolean holds(List<Guard> guards, String name) {
        return guards.stream()
                .filter(guard -> guard.name().contains(name))
                .findFirst()
                .orElseThrow()
                .holds()
                .getAsBoolean();
    }

    private static boolean isAdministrator(String user) {
        return engine.getIdentityService()
                        .createUserQuery()
                        .userId(user)
                        .memberOfGroup("camunda-admin")
                        .count()
                == 1;
    }

    /** The webapps' set-up as it is delivered, behind these filters. */
    private String serve(List<Filter> filters) throws LifecycleException {
        tomcat = new Tomcat();
        tomcat.setBaseDir(directory.toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", directory.toString());
        var application = new ResourceConfig(Set.of(SetupResource.class));
        application.registerClasses(CamundaRestResources.getConfigurationClasses());
        Tomcat.addServlet(context, "admin", new ServletContainer(application));
        context.addServletMappingDecoded("/camunda/api/admin/*", "admin");
        Tomcat.addServlet(context, "others", new HttpServlet() {});
        context.addServletMappingDecoded("/", "others");
        for (Filter filter : filters) {
            String name = filter.getClass().getSimpleName();
            var definition = new FilterDef();
            definition.setFilterName(name);
            definition.setFilter(filter);
            context.addFilterDef(definition);
            var map = new FilterMap();
            map.setFilterName(name);
            map.addURLPattern("/*");
            context.addFilterMap(map);
        }
        tomcat.start();
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    private static int post(String address, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpResponse<Void> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
    }
}
