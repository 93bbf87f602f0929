package be.belnet.orderdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.browser.Axe.Barrier;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nothing on any page hinders people who see, hear or move otherwise, in three languages, both themes, narrow and large. */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
class PagesWithoutBarriersBrowserTest {
    private static final Path REPORTS = Path.of("target", "axe");

    /** Of a telephone, or of a large screen on which everything is shown four times as large. */
    private static final int NARROW = 320;

    private static final String FITS =
            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth";

    /** Rows that stand below each other in narrow windows have no need to be scrolled. */
    private static final String ROWS_FIT =
            "() => [...document.querySelectorAll('.table:has(> .stack)')].every(one => one.scrollWidth <= one.clientWidth)";

    private static final String UNFOLD = "() => document.querySelectorAll('details').forEach(one => one.open = true)";

    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    PageSamples samples;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private List<PageVisit> visits;

    PagesWithoutBarriersBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeAll
    void thereIsSomethingToSee() {
        visits = PageVisits.all(samples.at(port));
    }

    @AfterAll
    void othersGoOn() {
        samples.goOn();
    }

    @Test
    void everyPageIsVisitedOrExcused() {
        Set<String> served = new TreeSet<>();
        Set<String> pages = new TreeSet<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (isOurs(handler) && isOpened(mapping)) {
                served.addAll(mapping.getPatternValues());
                if (isPage(handler.getMethod())) {
                    pages.addAll(mapping.getPatternValues());
                }
            }
        });
        Set<String> named = Stream.concat(visits.stream().map(PageVisit::mapping), PageVisits.NONE.keySet().stream())
                .collect(Collectors.toSet());

        assertThat(named).as("pages in PageVisits").containsAll(pages);
        assertThat(served).as("addresses there are").containsAll(named);
    }

    @Test
    void everyPageStandsInTheTableOfScreens() throws IOException {
        assertThat(visits.stream().map(PageVisit::mapping)).allSatisfy(mapping -> {
            assertThat(Screens.addresses()).contains(Screens.address(mapping));
            assertThat(Screens.shown()).contains(Screens.name(mapping));
        });
    }

    @ParameterizedTest
    @CsvSource({"nl, nl-BE, LIGHT", "fr, fr-BE, DARK", "de, de-BE, "})
    void noPageHasAGraveBarrier(String code, String language, ColorScheme colours) throws IOException {
        List<String> grave = new ArrayList<>();
        List<String> light = new ArrayList<>();
        var axe = new Axe();
        try (var window = new Window(browser, "http://localhost:" + port, language, colours)) {
            Axe.prepare(window.page().context());
            for (PageVisit visit : code.equals("nl") ? visits : firstOfEach()) {
                visit.open(window, code);
                Page page = window.page();
                picture(page, code, visit, "");
                page.evaluate(UNFOLD);
                for (Barrier barrier : axe.look(page, colours != null)) {
                    (barrier.isGrave() ? grave : light).add("%s: %s".formatted(visit, barrier));
                }
                if (colours == null) {
                    grave.addAll(tooWide(page, code, visit));
                }
            }
        }
        report("pages-" + code, grave, light);
        assertThat(grave)
                .as("grave barriers; lighter ones are %d, in %s", light.size(), REPORTS)
                .isEmpty();
    }

    /** One visit of each page. */
    private List<PageVisit> firstOfEach() {
        Set<String> seen = new HashSet<>();
        return visits.stream().filter(visit -> seen.add(visit.mapping())).toList();
    }

    /** In a narrow window, and with letters twice as large. */
    private List<String> tooWide(Page page, String code, PageVisit visit) {
        List<String> wide = new ArrayList<>();
        page.setViewportSize(NARROW, 800);
        picture(page, code, visit, "-narrow");
        if (!(Boolean) page.evaluate(FITS) || !(Boolean) page.evaluate(ROWS_FIT)) {
            wide.add("%s does not fit into a narrow window: %s".formatted(visit, page.evaluate(TOO_WIDE)));
        }
        page.setViewportSize(1280, 900);
        page.evaluate("() => document.documentElement.style.fontSize = '200%'");
        picture(page, code, visit, "-large");
        if (!(Boolean) page.evaluate(FITS)) {
            wide.add("%s does not fit with large letters: %s".formatted(visit, page.evaluate(TOO_WIDE)));
        }
        return wide;
    }

    /** For whoever changes the pages, and only where {@code -Dorderdesk.screens=true} says so. */
    private void picture(Page page, String code, PageVisit visit, String how) {
        if (Boolean.getBoolean("orderdesk.screens")) {
            Person.wholePicture(page, "pages/%02d%s-%s".formatted(visits.indexOf(visit), how, code));
        }
    }

    /** What reaches furthest to the right, outside of what scrolls by itself. */
    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('body *')]
                .filter(one => !one.closest('.table') && (one.getBoundingClientRect().right > document.documentElement.clientWidth + 1 || one.scrollWidth > one.clientWidth + 1))
                .slice(0, 4).map(one => one.outerHTML.slice(0, 120)).join(' | ')""";

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("be.belnet");
    }

    private static boolean isOpened(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    /** Not data, nor a file. */
    private static boolean isPage(Method handler) {
        if (AnnotatedElementUtils.hasAnnotation(handler, ResponseBody.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getDeclaringClass(), ResponseBody.class)) {
            return false;
        }
        return handler.getReturnType() != ResponseEntity.class
                || handler.getGenericReturnType().getTypeName().endsWith("<java.lang.String>");
    }

    private static void report(String name, List<String> grave, List<String> light) throws IOException {
        Files.createDirectories(REPORTS);
        Map<String, List<String>> parts = Map.of("Grave", grave, "Lighter", light);
        StringBuilder report = new StringBuilder();
        for (String part : List.of("Grave", "Lighter")) {
            report.append(
                    "## %s: %d%n%n%s%n%n".formatted(part, parts.get(part).size(), String.join("\n", parts.get(part))));
        }
        Files.writeString(REPORTS.resolve(name + ".md"), report);
    }
}
