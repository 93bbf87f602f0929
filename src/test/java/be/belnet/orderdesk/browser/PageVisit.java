package be.belnet.orderdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/**
 * One page as somebody opens it.
 *
 * @param mapping pattern of the handler that serves it
 * @param user null for somebody who is not signed in
 * @param path with {@code {lang}} where the page is told a language
 * @param act what is done on the page before it is looked at
 */
record PageVisit(String mapping, String user, String path, Consumer<Page> act) {
    PageVisit(String mapping, String user, String path) {
        this(mapping, user, path, page -> {});
    }

    /** As it comes back from the server when a form of it is sent empty, or filled in as {@code javascript} says. */
    static PageVisit refused(String mapping, String user, String path, String form, String javascript) {
        return new PageVisit(mapping, user, path, page -> send(page, form, javascript));
    }

    /** A mail or another document that must not run scripts of its own; the rules are looked at in a copy. */
    static PageVisit document(String mapping, String user, String path) {
        return new PageVisit(mapping, user, path, page -> {
            String document = page.content();
            page.navigate("about:blank");
            page.setContent(document);
        });
    }

    void open(Window window, String language) {
        Page page = window.as(user);
        int status = page.navigate(path.replace("{lang}", language)).status();
        assertThat(status).as("%s", this).isLessThan(500);
        assertThat(status == 403 || page.url().contains("/login"))
                .as("%s is for somebody else", this)
                .isEqualTo(mapping.equals("/error") && status == 403 || mapping.equals("/login"));
        act.accept(page);
    }

    /** The browser's own checks are not asked. */
    private static void send(Page page, String form, String javascript) {
        page.waitForNavigation(() -> page.locator(form)
                .first()
                .evaluate("form => { form.noValidate = true; %s; form.requestSubmit(); }".formatted(javascript)));
    }

    @Override
    public String toString() {
        return path + " as " + (user == null ? "a visitor" : user);
    }
}
