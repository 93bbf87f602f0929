package be.belnet.orderdesk.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator.ScreenshotOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Draws each model as {@code docs/models/<process>.svg}. Run by {@code ./mvnw -Ppictures test} after a model changed;
 * needs a Chromium on the machine.
 */
class ModelPictures {

    private static final String VIEWER = "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";
    private static final Path CHROMIUM = Path.of(System.getProperty("orderdesk.chromium", "/usr/bin/chromium"));
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String DRAW = """
            async model => {
                const viewer = new BpmnJS({ container: '#canvas' });
                await viewer.importXML(model);
                return (await viewer.saveSVG()).svg;
            }
            """;

    @Test
    void drawEachModel() throws IOException {
        Files.createDirectories(Picture.FOLDER);
        try (var playwright =
                        Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright
                        .chromium()
                        .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(QUIET))) {
            for (var model : ProcessModel.all()) {
                draw(model.file(), browser);
            }
        }
    }

    private static void draw(Path model, Browser browser) throws IOException {
        var page = emptyPage(browser);
        var drawn = (String) page.evaluate(DRAW, Files.readString(model));
        var picture = Picture.of(model);
        picture.write(drawn);
        photograph(page, Files.readString(picture.file()), picture.photograph());
        assertThat(picture.isUpToDate()).isTrue();
        page.close();
    }

    private static Page emptyPage(Browser browser) throws IOException {
        var page = browser.newPage();
        page.setContent("<div id='canvas' style='width:4000px;height:1500px'></div>");
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(viewer()));
        return page;
    }

    /** A look at the same picture as pixels, for eyes that have no SVG viewer at hand. */
    private static void photograph(Page page, String svg, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        page.setContent("<body style='margin:0'>" + svg.substring(svg.indexOf("<svg")) + "</body>");
        page.locator("svg").first().screenshot(new ScreenshotOptions().setPath(file));
    }

    private static String viewer() throws IOException {
        try (var script = ModelPictures.class.getResourceAsStream(VIEWER)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
