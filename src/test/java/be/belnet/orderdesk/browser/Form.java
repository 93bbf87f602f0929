package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A form as a person fills it in. Fields are named by their keys. */
class Form {
    private final Page page;

    Form(Page page) {
        this.page = page;
        assertThat(root()).isVisible();
    }

    Locator root() {
        return page.locator(".fjs-form");
    }

    /**
     * Types as slowly as a person does: the form is drawn anew when a field is left, and what is typed into the next one
     * within that moment gets lost.
     */
    Form write(String field, String text) {
        Locator input = input(field);
        for (int attempt = 0; attempt < 5; attempt++) {
            input.fill(text);
            leave(input);
            if (input.inputValue().equals(text)) {
                return this;
            }
        }
        throw new AssertionError(field + " does not keep what is typed");
    }

    /** What is kept is shown in a form of its own: that something is shown has to do. */
    private Form type(Locator moment, String text) {
        for (int attempt = 0; attempt < 5; attempt++) {
            moment.fill(text);
            moment.press("Tab");
            leave(moment);
            if (!moment.inputValue().isEmpty()) {
                return this;
            }
        }
        throw new AssertionError(moment + " does not keep what is typed");
    }

    private Form leave(Locator field) {
        field.blur();
        page.waitForTimeout(200);
        return this;
    }

    Form tick(String field) {
        input(field).check();
        return this;
    }

    Form untick(String field) {
        input(field).uncheck();
        return this;
    }

    /** Ticks all boxes of a checklist. */
    Form tickAll(String field) {
        root().locator("[id*='Field_%s-'][type=checkbox]".formatted(field))
                .all()
                .forEach(Locator::check);
        return this;
    }

    /** @param position of a radio button, from 0 */
    Form mark(String field, int position) {
        input(field + "-" + position).check();
        return this;
    }

    /** Chooses what a list offers under these words, or under words that contain them. */
    Form choose(String field, String words) {
        Locator list =
                root().locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHas(input(field)));
        list.locator(".fjs-input-group").click();
        list.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        return this;
    }

    /** @param date as the field's own language writes it */
    Form date(String field, String date) {
        Locator day = root().locator(".fjs-form-field-datetime")
                .filter(new Locator.FilterOptions().setHas(page.locator("[id*='Field_%s']".formatted(field))))
                .locator(".fjs-datetime-subsection input, input")
                .first();
        return type(day, date);
    }

    Form time(String field, String time) {
        return type(page.locator("[id$='Field_%s-time']".formatted(field)), time);
    }

    /** What stands in red under a field. */
    Locator error(String field) {
        return page.locator("[id*='Field_%s'][id$='-error-message']".formatted(field));
    }

    Locator input(String field) {
        return page.locator("[id$='Field_%s']".formatted(field));
    }
}
