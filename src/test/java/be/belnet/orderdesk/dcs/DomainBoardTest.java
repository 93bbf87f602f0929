package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.DomainQuery.Sort;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class DomainBoardTest {
    @Autowired
    DomainBoard board;

    @Autowired
    JdbcClient jdbc;

    private KnownDomains known;
    private String first;
    private String second;
    private String file;
    private String otherFile;

    @BeforeEach
    void twoCustomers() {
        known = new KnownDomains(jdbc);
        first = "A" + known.mark();
        second = "B" + known.mark();
        file = known.file(first);
        otherFile = known.file(second);
    }

    @Test
    void laggardsComeFirstLongestInTheirStateFirst() {
        oneOfEach();

        assertThat(names(asked -> {}))
                .containsExactly(
                        "submitted",
                        "refused",
                        "record",
                        "wildcardrefused",
                        "wildcard",
                        "waiting",
                        "runout",
                        "givenup",
                        "validated");
    }

    @Test
    void validationThatHasRunOutIsNoValidation() {
        oneOfEach();

        BoardDomain runOut = board.find(asked(asked -> asked.standing = Standing.RUN_OUT))
                .domains()
                .get(0);
        assertThat(runOut.standing().actor()).isEqualTo(Actor.BELNET);
        assertThat(runOut.runOut()).isTrue();
        assertThat(runOut.since())
                .isEqualTo(LocalDate.now()
                        .minusDays(1)
                        .atStartOfDay(ZoneId.of("Europe/Brussels"))
                        .toInstant());
        assertThat(names(asked -> asked.standing = Standing.VALIDATED)).containsExactly("validated");
        assertThat(board.find(asked(asked -> {})).domains())
                .filteredOn(BoardDomain::runOut)
                .hasSize(1);
    }

    @Test
    void validationCountsOnItsLastDay() {
        known.at(file, first, "today").state("validated", 300).validFor(0).put();
        known.at(file, first, "never").state("validated", 300).put();

        assertThat(board.find(asked(asked -> {})).counts()).isEqualTo(Map.of(Standing.VALIDATED, 2L));
    }

    @Test
    void eachFilterLeavesItsOwn() {
        oneOfEach();
        known.at(otherFile, second, "other")
                .state("validated", 2)
                .validFor(90)
                .with("authority", "harica")
                .with("method", "HTTP")
                .put();

        assertThat(names(asked -> asked.standing = Standing.REFUSED)).containsExactly("refused");
        assertThat(names(asked -> asked.actor = Actor.CUSTOMER)).containsExactly("record", "wildcard");
        assertThat(names(asked -> asked.actor = Actor.BELNET))
                .containsExactly("refused", "wildcardrefused", "waiting", "runout");
        assertThat(names(asked -> asked.actor = Actor.AUTHORITY)).containsExactly("submitted");
        assertThat(names(asked -> asked.actor = Actor.NOBODY)).containsExactly("givenup", "validated", "other");
        assertThat(names(asked -> {
                    asked.actor = Actor.BELNET;
                    asked.standing = Standing.WAITING;
                }))
                .containsExactly("waiting");
        assertThat(names(asked -> asked.authority = "harica")).containsExactly("other");
        assertThat(names(asked -> asked.acronym = second)).containsExactly("other");
        assertThat(names(asked -> asked.order = otherFile)).containsExactly("other");
        assertThat(names(asked -> asked.method = ValidationMethod.HTTP)).containsExactly("other");
        assertThat(names(asked -> asked.before = LocalDate.now().plusDays(91))).containsExactly("runout", "other");
        assertThat(names(asked -> asked.before = LocalDate.now().plusDays(90))).containsExactly("runout");
    }

    @Test
    void campaignHasWhatItMovedWhicheverFileHasItNow() {
        String campaign = known.campaign(first, second);
        known.moves(campaign, otherFile, "*.moved", "renewed");
        known.at(otherFile, second, "moved").put();
        known.at(known.file(second), second, "renewed").put();
        known.at(otherFile, second, "elsewhere").with("authority", "harica").put();
        known.at(file, first, "alone").put();

        assertThat(names(asked -> asked.campaign = campaign)).containsExactlyInAnyOrder("moved", "renewed");
        assertThat(board.campaigns()).contains(campaign);
        assertThat(board.progress(asked(asked -> {
                    asked.campaign = campaign;
                    asked.words = null;
                })))
                .extracting(CustomerProgress::acronym, CustomerProgress::domains, CustomerProgress::isDone)
                .containsExactly(tuple(second, 2L, false), tuple(first, 0L, false));
    }

    @Test
    void wordsArePartsOfDomainOrAcronym() {
        known.at(file, first, "geo").put();
        known.at(otherFile, "A_B" + known.mark(), "under").put();

        assertThat(names(asked -> asked.words = "EO-" + known.mark())).containsExactly("geo");
        assertThat(names(asked -> asked.words = "ge " + first.toLowerCase())).containsExactly("geo");
        assertThat(names(asked -> asked.words = "ge " + second)).isEmpty();
        assertThat(names(asked -> asked.words = "*.geo-" + known.mark() + ".example"))
                .containsExactly("geo");
        assertThat(names(asked -> asked.words = "a_b" + known.mark())).containsExactly("under");
        assertThat(names(asked -> asked.words = "g%o " + known.mark())).isEmpty();
        assertThat(names(asked -> asked.words = "g_o " + known.mark())).isEmpty();
    }

    @Test
    void domainIsFoundAsItsCustomerWritesIt() {
        known.at(file, first, "geo")
                .with("domain", "xn--mnchen-3ya." + known.mark() + ".example")
                .put();

        assertThat(board.find(asked(asked -> asked.words = "München." + known.mark()))
                        .total())
                .isOne();
    }

    @Test
    void countsAreThoseOfAllStatesAndTheTotalIsNot() {
        oneOfEach();

        BoardPage page = board.find(asked(asked -> asked.actor = Actor.CUSTOMER));
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.counts()).hasSize(Standing.values().length).containsEntry(Standing.RUN_OUT, 1L);
    }

    @Test
    void sortsByDomainCustomerAndEndOfValidity() {
        known.at(file, first, "c").state("validated", 1).validFor(5).put();
        known.at(otherFile, second, "a").state("validated", 1).put();
        known.at(otherFile, second, "b").state("validated", 1).validFor(3).put();

        assertThat(names(asked -> asked.sort = Sort.DOMAIN)).containsExactly("a", "b", "c");
        assertThat(names(asked -> asked.sort = Sort.CUSTOMER)).containsExactly("c", "a", "b");
        assertThat(names(asked -> asked.sort = Sort.VALID_UNTIL)).containsExactly("b", "c", "a");
    }

    @Test
    void pagesAndTheWholeAreOneSequence() {
        IntStream.range(0, 1101).forEach(i -> known.at(file, first, "n%04d".formatted(i))
                .with("place", i)
                .state(i % 3 == 0 ? "validated" : "recordAwaited", 1 + i % 7)
                .put());

        List<String> whole = board.all(asked(asked -> {})).map(this::name).toList();
        assertThat(whole).hasSize(1101).doesNotHaveDuplicates();
        BoardPage last = board.find(asked(asked -> asked.page = 22));
        assertThat(last.pages()).isEqualTo(23);
        assertThat(last.total()).isEqualTo(1101);
        assertThat(IntStream.range(0, 23)
                        .mapToObj(page -> board.find(asked(asked -> asked.page = page)))
                        .flatMap(page -> page.domains().stream())
                        .map(this::name))
                .isEqualTo(whole);
        assertThat(board.find(asked(asked -> asked.page = 23)).domains()).isEmpty();
    }

    @Test
    void progressPutsTheCustomerFirstThatIsLeastFar() {
        known.at(file, first, "a").state("validated", 9).validFor(90).put();
        known.at(file, first, "b").state("givenUp", 9).put();
        known.at(otherFile, second, "c").state("recordAwaited", 4).put();
        known.at(otherFile, second, "d").state("submitted", 2).put();
        known.at(otherFile, second, "e").state("validated", 9).validFor(-3).put();
        String third = "C" + known.mark();
        known.at(known.file(third), third, "f").state("refused", 30).put();
        known.at(known.file(third), third, "g").state("validated", 30).put();

        List<CustomerProgress> progress = board.progress(asked(asked -> {}));
        assertThat(progress).extracting(CustomerProgress::acronym).containsExactly(second, third, first);
        CustomerProgress laggard = progress.get(0);
        assertThat(laggard.domains()).isEqualTo(3);
        assertThat(laggard.count(Actor.CUSTOMER)).isOne();
        assertThat(laggard.count(Actor.AUTHORITY)).isOne();
        assertThat(laggard.count(Actor.BELNET)).isOne();
        assertThat(laggard.waitingSince())
                .isEqualTo(board.find(asked(asked -> asked.acronym = second))
                        .domains()
                        .get(0)
                        .since());
        assertThat(progress.get(2).isDone()).isTrue();
        assertThat(progress.get(2).count(Standing.GIVEN_UP)).isOne();
        assertThat(progress.get(2).waitingSince()).isNull();
        assertThat(board.progress(asked(asked -> {
                            asked.acronym = third;
                            asked.standing = Standing.REFUSED;
                        }))
                        .get(0)
                        .domains())
                .isEqualTo(2);
    }

    private void oneOfEach() {
        known.at(file, first, "validated").state("validated", 40).validFor(300).put();
        known.at(file, first, "runout").state("validated", 400).validFor(-2).put();
        known.at(file, first, "waiting").state("waiting", 3).put();
        known.at(file, first, "record").state("recordAwaited", 20).put();
        known.at(file, first, "submitted").state("submitted", 30).put();
        known.at(file, first, "refused").state("refused", 25).put();
        known.at(file, first, "wildcard")
                .state("wildcardAwaited", 10)
                .validFor(300)
                .put();
        known.at(file, first, "wildcardrefused")
                .state("wildcardRefused", 15)
                .validFor(300)
                .put();
        known.at(file, first, "givenup").state("givenUp", 50).put();
    }

    private Stream<String> names(Consumer<Asked> change) {
        return board.find(asked(change)).domains().stream().map(this::name);
    }

    private String name(BoardDomain one) {
        String domain = one.domain().domain().name();
        return domain.substring(0, domain.indexOf("-" + known.mark()));
    }

    /** All that have the mark, but for what changes. */
    private DomainQuery asked(Consumer<Asked> change) {
        var asked = new Asked();
        asked.words = known.mark();
        change.accept(asked);
        return new DomainQuery(
                asked.standing,
                asked.actor,
                asked.authority,
                asked.acronym,
                asked.order,
                asked.campaign,
                asked.method,
                asked.before,
                asked.words,
                asked.sort,
                asked.page);
    }

    private static final class Asked {
        Standing standing;
        Actor actor;
        String authority;
        String acronym;
        String order;
        String campaign;
        ValidationMethod method;
        LocalDate before;
        String words;
        Sort sort = Sort.LAGGARDS;
        int page;
    }
}
