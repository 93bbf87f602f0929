package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.OrderdeskApplication;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffDirectory.StaffMember;
import be.belnet.orderdesk.security.StaffGroup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;

/** Two nodes on one database at a real Keycloak, and people before a browser. */
@Tag("keycloak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneBrowser.class)
class KeycloakBrowserTest {
    private static final Path HOME = Path.of(System.getProperty("orderdesk.keycloak", "target/keycloak"));
    private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(60_000);

    private final Browser browser;
    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final String address = "http://localhost:" + port;
    private Keycloak keycloak;
    private ConfigurableApplicationContext first;
    private ConfigurableApplicationContext second;

    KeycloakBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeAll
    void start() {
        keycloak = new Keycloak(Keycloak.unpacked(HOME), address).untilStarted();
        second = node(0, null);
        first = node(port, second.getEnvironment().getRequiredProperty("spring.datasource.url"));
    }

    private ConfigurableApplicationContext node(int at, String database) {
        return new SpringApplicationBuilder(OrderdeskApplication.class)
                .profiles("test")
                .initializers(new TestWorld(), context -> settings(at, database)
                        .applyTo((ConfigurableApplicationContext) context))
                .run();
    }

    private TestPropertyValues settings(int at, String database) {
        TestPropertyValues settings = TestPropertyValues.of(
                "server.port=" + at,
                "management.server.port=-1",
                "orderdesk.sign-on.mode=oidc",
                "orderdesk.sign-on.issuer=" + keycloak.issuer(),
                "orderdesk.sign-on.client-secret=a-secret-of-this-test-alone",
                "orderdesk.sign-on.groups.service-desk=helpdesk",
                "orderdesk.sign-on.groups.customer-relations=relations",
                "orderdesk.sign-on.groups.managers=management",
                "orderdesk.sign-on.groups.administrators=platform",
                "orderdesk.sign-on.recheck=PT2S",
                "orderdesk.sign-on.trust=PT30S");
        return database == null ? settings : settings.and("spring.datasource.url=" + database);
    }

    @AfterAll
    void stop() {
        List.of(first, second).forEach(ConfigurableApplicationContext::close);
        keycloak.close();
    }

    @Test
    void serviceDeskWorksInTasklistAndSignsOutForGood() {
        try (BrowserContext profile = profile("en-GB")) {
            Page page = profile.newPage();
            signOn(page, "/camunda/app/tasklist/default/", "helper");
            assertThat(page.locator(".task-filters .task-filter").first()).isVisible(PATIENTLY);
            Person.picture(page, "40-keycloak-tasklist");
            page.navigate("/camunda/app/cockpit/default/");
            assertThat(page.locator("h1")).containsText("This is not open to you");
            page.navigate("/orders");
            assertThat(page.locator(".account .user")).hasText("Helpful Colleague");
            page.locator(".account button.plain").click();
            assertThat(page.locator("[role=status]")).hasText("You are signed out.");
            page.navigate("/orders");
            assertThat(page.locator("#kc-login")).isVisible(PATIENTLY);
        }
    }

    @Test
    void signOutInTasklistIsOneAtKeycloakToo() {
        try (BrowserContext profile = profile("en-GB")) {
            Page page = profile.newPage();
            signOn(page, "/camunda/app/tasklist/default/", "boss");
            assertThat(page.locator(".task-filters .task-filter").first()).isVisible(PATIENTLY);
            page.locator("li.account > a").click();
            page.locator("li.account li.logout a").click();
            assertThat(page.locator("[role=status]")).hasText("You are signed out.");
            page.navigate("/camunda/app/tasklist/default/");
            assertThat(page.locator("#kc-login")).isVisible(PATIENTLY);
        }
    }

    @Test
    void managerWatchesInCockpit() {
        try (BrowserContext profile = profile("nl-BE")) {
            Page page = profile.newPage();
            signOn(page, "/camunda/app/cockpit/default/#/processes", "boss");
            Locator processes = page.locator(".process-definitions-list").first();
            assertThat(processes).isVisible(PATIENTLY);
            Person.picture(page, "41-keycloak-cockpit");
        }
        StaffMember boss = first.getBean(StaffDirectory.class).membersOf(StaffGroup.MANAGERS).stream()
                .filter(member -> "boss@belnet.example".equals(member.email()))
                .findFirst()
                .orElseThrow();
        assertThat(boss.name()).isEqualTo("Managing Colleague");
    }

    @Test
    void administratorSeesTheUsersInAdmin() {
        try (BrowserContext profile = profile("en-GB")) {
            Page page = profile.newPage();
            signOn(page, "/camunda/app/admin/default/#/users", "keeper");
            assertThat(page.getByText("Administering Colleague").first()).isVisible(PATIENTLY);
            Person.picture(page, "42-keycloak-admin");
        }
    }

    @Test
    void strangerGetsNothing() {
        try (BrowserContext profile = profile("fr-BE")) {
            Page page = profile.newPage();
            signOn(page, "/camunda/app/tasklist/default/", "stranger");
            assertThat(page.locator(".message")).containsText("votre compte n’a pas accès à Orderdesk");
            Person.picture(page, "43-keycloak-stranger");
            page.navigate("/orders");
            assertThat(page.locator(".message")).containsText("votre compte n’a pas accès à Orderdesk");
            assertThat(profile.request().get(address + "/api/customers").status())
                    .isEqualTo(401);
            assertThat(first.getBean(StaffDirectory.class).workers())
                    .noneMatch(member -> "stranger@belnet.example".equals(member.email()));
        }
    }

    @Test
    void machineBringsATokenOfItsOwn() {
        try (BrowserContext profile = profile("en-GB")) {
            String token = keycloak.token("billing", "another-secret-of-this-test");
            var bearer = RequestOptions.create().setHeader("Authorization", "Bearer " + token);

            assertThat(profile.request().get(address + "/api/customers", bearer).status())
                    .isEqualTo(200);
            assertThat(profile.request()
                            .get(address + "/camunda/api/engine/engine/default/task?maxResults=1", bearer)
                            .status())
                    .isEqualTo(200);
            assertThat(profile.request()
                            .get(
                                    address + "/api/customers",
                                    RequestOptions.create().setHeader("Authorization", "Bearer " + token + "x"))
                            .status())
                    .isEqualTo(401);
        }
    }

    /** The first node asks Keycloak, the second gets the answer; both know who signed on. */
    @Test
    void nodeMayBeLostWhileSomebodySignsOn() {
        String other = "http://localhost:" + second.getEnvironment().getRequiredProperty("local.server.port");
        var visitor = new StepByStep();
        String asked = visitor.get(address + "/oauth2/authorization/orderdesk").location();
        String answer = visitor.post(formOf(visitor.get(asked).body()), "username=boss&password=boss")
                .location();
        assertThat(answer).startsWith(address + "/login/oauth2/code/orderdesk?");

        assertThat(visitor.get(answer.replace(address, other)).location()).isEqualTo(other + "/");
        assertThat(visitor.get(other + "/orders").status()).isEqualTo(200);
        assertThat(visitor.get(address + "/orders").status()).isEqualTo(200);
    }

    private static RequestOptions once() {
        return RequestOptions.create().setMaxRedirects(0);
    }

    /** Where Keycloak's page sends name and password. */
    private static String formOf(String page) {
        Matcher action = Pattern.compile("<form[^>]* action=\"([^\"]+)\"").matcher(page);
        assertThat(action.find()).as("a form in " + page).isTrue();
        return action.group(1).replace("&amp;", "&");
    }

    @Test
    void whoIsDisabledAtKeycloakIsOutSoon() {
        try (BrowserContext profile = profile("en-GB")) {
            Page page = profile.newPage();
            signOn(page, "/notice", "leaver");
            assertThat(page.locator(".account .user")).hasText("Leaving Colleague");
            keycloak.disable("leaver");
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() ->
                            profile.request().get(address + "/notice", once()).status() != 200);
        }
    }

    private BrowserContext profile(String language) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale(language)
                .setTimezoneId("Europe/Brussels")
                .setViewportSize(1400, 900));
    }

    private static void signOn(Page page, String path, String account) {
        page.setDefaultNavigationTimeout(60_000);
        page.navigate(path);
        page.locator("#username").fill(account);
        page.locator("#password").fill(account);
        page.locator("#kc-login").click();
    }
}
