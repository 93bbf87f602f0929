package be.belnet.orderdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody without a mouse: walks with Tab, sees where they are at each step, and acts with the keys of the keyboard. */
class Keyboard {
    /** No page of ours has so many stops. */
    private static final int FAR = 150;

    /** Parts of a field of dates are stops of their own, all at the same element. */
    private static final int PARTS = 8;

    private static final String STOP = """
            ours => {
              const at = document.activeElement;
              if (!at || at === document.body) { return null; }
              const box = at.getBoundingClientRect();
              const style = getComputedStyle(at);
              return {
                what: at.outerHTML.slice(0, 160),
                ours: !ours || !!at.closest(ours),
                shown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                inView: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0,
                top: Math.round(box.top + scrollY),
                left: Math.round(box.left),
              };
            }""";

    private final Page page;
    private final String ours;
    private final List<String> walked = new ArrayList<>();

    Keyboard(Page page) {
        this(page, null);
    }

    /** @param ours selector of what must show where the focus is; the rest of the page belongs to others */
    Keyboard(Page page, String ours) {
        this.page = page;
        this.ours = ours;
    }

    /** Walks on to something; fails where it is not reached, the focus cannot be seen or jumps up against the order of reading. */
    Keyboard to(String selector) {
        return walk(selector, "Tab");
    }

    /** As {@link #to}, back. */
    Keyboard backTo(String selector) {
        return walk(selector, "Shift+Tab");
    }

    Keyboard press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Acts on what has the focus, and waits for the page that this leads to. */
    Keyboard follow() {
        page.waitForNavigation(() -> press("Enter"));
        return this;
    }

    boolean isAt(String selector) {
        return (Boolean) page.locator(selector).evaluateAll("all => all.includes(document.activeElement)");
    }

    private Keyboard walk(String selector, String key) {
        walked.clear();
        Map<?, ?> last = null;
        int sameStop = 0;
        for (int step = 0; step < FAR; step++) {
            press(key);
            Map<?, ?> stop = (Map<?, ?>) page.evaluate(STOP, ours);
            walked.add(stop == null ? "the browser" : (String) stop.get("what"));
            sameStop = last != null && stop != null && last.get("what").equals(stop.get("what")) ? sameStop + 1 : 0;
            assertThat(sameStop).as("steps that do not leave %s", walked).isLessThan(PARTS);
            if (stop != null && (Boolean) stop.get("ours")) {
                assertIsSeen(stop);
                if (last != null && key.equals("Tab")) {
                    assertGoesOn(last, stop);
                }
            }
            if (isAt(selector)) {
                return this;
            }
            last = stop != null && (Boolean) stop.get("ours") ? stop : null;
        }
        throw new AssertionError("%s is not reached, but %s".formatted(selector, walked));
    }

    private static void assertIsSeen(Map<?, ?> stop) {
        assertThat(stop.get("shown")).as("focus is shown at %s", stop).isEqualTo(true);
        assertThat(stop.get("inView")).as("focus is in view at %s", stop).isEqualTo(true);
    }

    /** Down, or to the right; to the next column it may go up. */
    private static void assertGoesOn(Map<?, ?> from, Map<?, ?> to) {
        boolean down = number(to, "top") >= number(from, "top") - 12;
        boolean right = number(to, "left") > number(from, "left");
        assertThat(down || right).as("from %s to %s", from, to).isTrue();
    }

    private static int number(Map<?, ?> stop, String key) {
        return ((Number) stop.get(key)).intValue();
    }
}
