package be.belnet.orderdesk.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One browser window in one language, in which now this and now that person is signed in. */
class Window implements AutoCloseable {
    /** A page that all staff may open. */
    private static final String FOR_ALL_STAFF = "/notice";

    private final BrowserContext profile;
    private final Page page;
    private final Map<String, List<Cookie>> signedIn = new HashMap<>();
    private String user;

    /** @param address of the application, without a path */
    Window(Browser browser, String address, String language, ColorScheme colours) {
        profile = browser.newContext(new NewContextOptions()
                .setBaseURL(address)
                .setLocale(language)
                .setTimezoneId("Europe/Brussels")
                .setColorScheme(colours)
                .setViewportSize(1280, 900));
        page = profile.newPage();
    }

    Page page() {
        return page;
    }

    /** @param who null for somebody who is not signed in */
    Page as(String who) {
        if (!Objects.equals(who, user)) {
            profile.clearCookies();
            user = who;
            if (who != null) {
                profile.addCookies(signedIn.computeIfAbsent(who, this::signIn));
            }
        }
        return page;
    }

    private List<Cookie> signIn(String who) {
        page.navigate(FOR_ALL_STAFF);
        page.locator("#username").fill(who);
        page.locator("#password").fill(who);
        page.locator("form button").click();
        page.waitForURL("**" + FOR_ALL_STAFF);
        return profile.cookies();
    }

    @Override
    public void close() {
        Chromium.close(profile);
    }
}
