package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.DomainQuery;
import be.belnet.orderdesk.dcs.DomainQuery.Sort;
import be.belnet.orderdesk.dcs.Standing;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainFilterTest {
    @Test
    void readsWhatIsEntered() {
        assertThat(read(Map.ofEntries(
                        Map.entry("q", " geo "),
                        Map.entry("state", "runOut"),
                        Map.entry("actor", "belnet"),
                        Map.entry("authority", "sectigo"),
                        Map.entry("customer", "nsol"),
                        Map.entry("order", "dcs-2026-00001"),
                        Map.entry("campaign", "camp-2026-00001"),
                        Map.entry("method", "cname"),
                        Map.entry("before", "2026-12-31"),
                        Map.entry("sort", "validUntil"),
                        Map.entry("page", "3"))))
                .isEqualTo(new DomainQuery(
                        Standing.RUN_OUT,
                        Actor.BELNET,
                        "sectigo",
                        "NSOL",
                        "DCS-2026-00001",
                        "CAMP-2026-00001",
                        ValidationMethod.CNAME,
                        LocalDate.of(2026, 12, 31),
                        "geo",
                        Sort.VALID_UNTIL,
                        3));
    }

    @Test
    void nothingEnteredAsksForAllLaggardsFirst() {
        assertThat(read(Map.of("state", "", "q", "  ", "_csrf", "x")))
                .isEqualTo(new DomainQuery(null, null, null, null, null, null, null, null, null, Sort.LAGGARDS, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "state, sleeping, form.error.notAnOption",
        "actor, me, form.error.notAnOption",
        "authority, digicert, form.error.notAnOption",
        "method, post, form.error.notAnOption",
        "sort, size, form.error.notAnOption",
        "before, 31/12/2026, form.error.notADate",
        "before, 2026-02-30, form.error.notADate",
        "before, +999999999-12-31, form.error.notADate",
        "page, -1, form.error.notANumber",
        "page, 99999999999, form.error.notANumber",
        "page, two, form.error.notANumber",
        "q, 'a\u0000b', form.error.controlCharacters",
        "customer, 'a\u0000b', form.error.controlCharacters",
        "order, 'a\u0000b', form.error.controlCharacters"
    })
    void valueThatMakesNoSenseIsNamed(String name, String value, String why) {
        var refused = catchThrowableOfType(AnswersRefusedException.class, () -> read(Map.of(name, value)));
        assertThat(refused.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo(name);
            assertThat(refusal.messageKey()).isEqualTo(why);
        });
    }

    @Test
    void allThatMakesNoSenseIsNamedAtOnce() {
        var refused = catchThrowableOfType(
                AnswersRefusedException.class, () -> read(Map.of("q", "x".repeat(201), "page", "x", "sort", "x")));
        assertThat(refused.refusals()).extracting(Refusal::field).containsExactly("page", "q", "sort");
    }

    @Test
    void addressKeepsWhatWasEnteredAndNothingElse() {
        var filter = DomainFilter.of(Map.of("q", "a&state=x {b}/?", "page", "2", "next", "//elsewhere"));
        assertThat(filter.at("/dcs/domains")).isEqualTo("/dcs/domains?q=a%26state%3Dx%20%7Bb%7D%2F%3F&page=2");
        assertThat(filter.with("sort", "domain").at("/x")).isEqualTo("/x?q=a%26state%3Dx%20%7Bb%7D%2F%3F&sort=domain");
        assertThat(filter.with("q", "").at("/x")).isEqualTo("/x");
    }

    private static DomainQuery read(Map<String, String> entered) {
        return DomainFilter.of(entered).read(List.of("harica", "sectigo"), acronym -> acronym.toUpperCase(Locale.ROOT));
    }
}
