package be.belnet.orderdesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a form asks for only because of another of its answers. */
class AnswersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private final Answers none = new Answers(Map.of());
    private final Answers given =
            new Answers(Map.of("reason", "So it was agreed", "days", 3, "day", "2026-11-27", "name", "Jo"));

    @Test
    void whatIsRequiredIsAskedForByItsField() {
        assertThat(given.required("name")).isEqualTo("Jo");
        assertThat(given.requiredNumber("days")).isEqualTo(3);
        assertThat(given.requiredDate("day")).isEqualTo(TODAY);
        assertThat(given.reason()).isEqualTo("So it was agreed");

        refused(() -> none.required("name"), "name", "form.error.required");
        refused(() -> none.requiredNumber("days"), "days", "form.error.required");
        refused(() -> none.requiredDate("day"), "day", "form.error.required");
        refused(none::reason, "reason", "form.error.needsReason");
    }

    @Test
    void todayIsNeitherPastNorAhead() {
        assertThat(given.dateFrom("day", TODAY)).isEqualTo(TODAY);
        assertThat(given.dateUntil("day", TODAY)).isEqualTo(TODAY);
        assertThat(none.dateFrom("day", TODAY)).isNull();
        assertThat(none.dateUntil("day", TODAY)).isNull();

        refused(() -> given.dateFrom("day", TODAY.plusDays(1)), "day", "form.error.dateInPast");
        refused(() -> given.dateUntil("day", TODAY.minusDays(1)), "day", "form.error.dateInFuture");
    }

    private static void refused(ThrowingCallable asked, String field, String messageKey) {
        assertThatExceptionOfType(AnswersRefusedException.class)
                .isThrownBy(asked)
                .satisfies(refused -> assertThat(refused.refusals())
                        .singleElement()
                        .satisfies(refusal -> {
                            assertThat(refusal.field()).isEqualTo(field);
                            assertThat(refusal.messageKey()).isEqualTo(messageKey);
                        }));
    }
}
