package be.belnet.orderdesk.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser of all browser tests: the machine's Chromium, else the one that Playwright downloads. */
class Chromium implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);
    private static final Path ON_THE_MACHINE = Path.of(System.getProperty("orderdesk.chromium", "/usr/bin/chromium"));
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    /** @throws RuntimeException when there is neither; Playwright names the reason */
    Chromium() {
        boolean installed = Files.isExecutable(ON_THE_MACHINE);
        playwright = Playwright.create(
                new CreateOptions().setEnv(installed ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        try {
            var options = new LaunchOptions().setArgs(QUIET);
            browser = playwright.chromium().launch(installed ? options.setExecutablePath(ON_THE_MACHINE) : options);
        } catch (PlaywrightException noBrowser) {
            playwright.close();
            throw noBrowser;
        }
    }

    /** A page that is closed in the middle of a navigation may never close (playwright#42366), so each is left first. */
    static void close(BrowserContext profile) {
        profile.pages().forEach(page -> page.navigate("about:blank"));
        profile.close();
    }

    Browser browser() {
        return browser;
    }

    /** Whatever the browser does, it holds up no build: its driver ends with this JVM at the latest. */
    @Override
    public void close() {
        try {
            CompletableFuture.runAsync(playwright::close).get(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException left) {
            LOG.warn("The browser did not close: {}", left.toString());
        }
    }
}
