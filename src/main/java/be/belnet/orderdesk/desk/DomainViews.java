package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.dcs.BoardDomain;
import be.belnet.orderdesk.dcs.BoardPage;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dcs.CustomerProgress;
import be.belnet.orderdesk.dcs.DomainBoard;
import be.belnet.orderdesk.dcs.DomainQuery;
import be.belnet.orderdesk.dcs.DomainQuery.Sort;
import be.belnet.orderdesk.dcs.Standing;
import be.belnet.orderdesk.desk.DomainView.Count;
import be.belnet.orderdesk.desk.DomainView.CustomerLine;
import be.belnet.orderdesk.desk.DomainView.Line;
import be.belnet.orderdesk.desk.DomainView.Part;
import be.belnet.orderdesk.desk.DomainView.Progress;
import be.belnet.orderdesk.desk.DomainView.Sorts;
import be.belnet.orderdesk.desk.DomainView.Waiting;
import be.belnet.orderdesk.dns.Finding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells in words where domains stand and how far customers are. */
@Component
class DomainViews {
    static final String BOARD = "/dcs/domains";
    static final String PROGRESS = "/dcs/domains/progress";

    private final DomainBoard board;
    private final DomainDesk desk;
    private final CustomerRegister customers;
    private final MessageSource messages;
    private final Wording wording;

    DomainViews(
            DomainBoard board, DomainDesk desk, CustomerRegister customers, MessageSource messages, Wording wording) {
        this.board = board;
        this.desk = desk;
        this.customers = customers;
        this.messages = messages;
        this.wording = wording;
    }

    DomainView of(DomainFilter filter, DomainQuery query, Locale locale) {
        BoardPage found = board.find(query);
        Map<String, String> names = names(found.domains());
        return new DomainView(
                found.domains().stream()
                        .map(domain -> line(domain, names, locale))
                        .toList(),
                counts(found, filter, query, locale),
                sorts(filter, query),
                words("board.count", locale, found.total()),
                words("board.page", locale, found.page() + 1, found.pages()),
                step(filter, BOARD, Math.min(found.page(), found.pages()) - 1, found.pages()),
                step(filter, BOARD, found.page() + 1, found.pages()));
    }

    /** A page of customers; the sums are those of all pages. */
    Progress progress(DomainFilter filter, DomainQuery query, Locale locale) {
        ProgressPage found = ProgressPage.of(board.progress(query), query.page());
        Map<String, String> names = customers.legalNames(
                found.customers().stream().map(CustomerProgress::acronym).toList());
        CustomerProgress sum = found.sum();
        return new Progress(
                found.customers().stream()
                        .map(customer -> customer(customer, names.get(customer.acronym()), filter, locale))
                        .toList(),
                words(
                        "board.progress.summary",
                        locale,
                        sum.count(Standing.VALIDATED),
                        sum.domains(),
                        sum.count(Standing.GIVEN_UP)),
                words("board.progress.count", locale, found.total(), found.done()),
                bar(sum),
                words("board.page", locale, found.page() + 1, found.pages()),
                step(filter, PROGRESS, Math.min(found.page(), found.pages()) - 1, found.pages()),
                step(filter, PROGRESS, found.page() + 1, found.pages()));
    }

    /** Everything that the filter leaves, one row each, below {@link #head}. */
    Stream<List<String>> table(DomainQuery query, Locale locale) {
        return board.all(query).map(one -> {
            Line line = line(one, Map.of(), locale);
            return List.of(
                    line.domain(),
                    wildcard(one.domain(), locale),
                    line.acronym(),
                    line.authority(),
                    line.method(),
                    line.state(),
                    line.actor(),
                    Wording.isoDay(one.since()),
                    date(one.domain().validUntil()),
                    line.runOut() ? words("board.yes", locale) : "",
                    orEmpty(line.finding()),
                    Wording.isoDay(one.domain().lookedAt()),
                    orEmpty(line.trouble()),
                    line.order());
        });
    }

    List<String> head(Locale locale) {
        return Stream.of(
                        "domain",
                        "wildcard",
                        "customer",
                        "authority",
                        "method",
                        "state",
                        "actor",
                        "since",
                        "validUntil",
                        "runOut",
                        "finding",
                        "looked",
                        "trouble",
                        "order")
                .map(column -> words("board.column." + column, locale))
                .toList();
    }

    /** What keeps the authority from validating, else what was seen first. */
    static Optional<Finding> telling(CertificateDomain domain) {
        return domain.findings().stream()
                .filter(finding -> finding.kind().blocking())
                .findFirst()
                .or(() -> domain.findings().stream().findFirst());
    }

    private Line line(BoardDomain one, Map<String, String> names, Locale locale) {
        CertificateDomain domain = one.domain();
        Optional<Finding> finding = telling(domain);
        return new Line(
                domain.id(),
                domain.domain().name(),
                domain.wildcard() == Wildcard.NONE ? null : wildcard(domain, locale),
                domain.acronym(),
                names.get(domain.acronym()),
                desk.authority(domain.authority()),
                words("board.method." + DomainFilter.code(domain.method()), locale),
                one.standing().code(),
                words("board.state." + one.standing().code(), locale),
                side(one.standing().actor()),
                actor(one, locale),
                wording.day(one.since(), locale),
                domain.validUntil() == null ? "" : wording.day(domain.validUntil(), locale),
                one.runOut(),
                finding.map(seen -> messages.getMessage(seen, locale)).orElse(null),
                wording.moment(domain.lookedAt(), locale),
                finding.filter(seen -> seen.kind().blocking()).isPresent(),
                domain.trouble(),
                domain.orderNumber(),
                DomainDesk.mayAddWildcard(domain),
                DomainDesk.mayGiveUp(domain));
    }

    private String wildcard(CertificateDomain domain, Locale locale) {
        return words("board.wildcard." + domain.wildcard().code(), locale);
    }

    private String actor(BoardDomain one, Locale locale) {
        Actor actor = one.standing().actor();
        return actor == Actor.AUTHORITY
                ? desk.authority(one.domain().authority())
                : words("board.actor." + actor.code(), locale);
    }

    private List<Count> counts(BoardPage found, DomainFilter filter, DomainQuery query, Locale locale) {
        DomainFilter others = filter.with("actor", "");
        List<Count> counts = new ArrayList<>();
        counts.add(count(
                "",
                "board.state.all",
                found.counts().values().stream().mapToLong(Long::longValue).sum(),
                others,
                query.standing() == null && query.actor() == null,
                locale));
        found.counts()
                .forEach((standing, count) -> counts.add(count(
                        standing.code(),
                        "board.state." + standing.code(),
                        count,
                        others,
                        query.standing() == standing,
                        locale)));
        return counts;
    }

    private Count count(String standing, String words, long count, DomainFilter others, boolean chosen, Locale locale) {
        return new Count(
                standing,
                words(words, locale),
                NumberFormat.getInstance(locale).format(count),
                others.with("state", standing).at(BOARD),
                chosen);
    }

    private static Sorts sorts(DomainFilter filter, DomainQuery query) {
        return new Sorts(
                query.sort().code(),
                filter.with("sort", "").at(BOARD),
                filter.with("sort", Sort.DOMAIN.code()).at(BOARD),
                filter.with("sort", Sort.CUSTOMER.code()).at(BOARD),
                filter.with("sort", Sort.VALID_UNTIL.code()).at(BOARD));
    }

    private CustomerLine customer(CustomerProgress customer, String name, DomainFilter filter, Locale locale) {
        return new CustomerLine(
                customer.acronym(),
                name,
                filter.with("q", "").with("customer", customer.acronym()).at(BOARD),
                customer.domains() > 0,
                bar(customer),
                customer.domains() == 0
                        ? words("board.progress.notYet", locale)
                        : words(
                                "board.progress.validated",
                                locale,
                                customer.count(Standing.VALIDATED),
                                customer.domains()),
                customer.count(Standing.GIVEN_UP),
                Stream.of(Actor.BELNET, Actor.CUSTOMER, Actor.AUTHORITY)
                        .filter(actor -> customer.count(actor) > 0)
                        .map(actor -> new Waiting(
                                side(actor), words("board.actor." + actor.code(), locale), customer.count(actor)))
                        .toList(),
                wording.day(customer.waitingSince(), locale));
    }

    /** What is done, what is given up, then what waits for whom; nothing else is left. */
    private static List<Part> bar(CustomerProgress progress) {
        List<Part> parts = new ArrayList<>();
        long before = 0;
        before = add(parts, "done", before, progress.count(Standing.VALIDATED), progress.domains());
        before = add(parts, "left", before, progress.count(Standing.GIVEN_UP), progress.domains());
        for (Actor actor : List.of(Actor.AUTHORITY, Actor.CUSTOMER, Actor.BELNET)) {
            before = add(parts, side(actor), before, progress.count(actor), progress.domains());
        }
        return parts;
    }

    private static long add(List<Part> parts, String kind, long before, long count, long whole) {
        if (count > 0) {
            parts.add(new Part(kind, hundredths(before, whole), hundredths(count, whole)));
        }
        return before + count;
    }

    private static BigDecimal hundredths(long count, long whole) {
        return BigDecimal.valueOf(100 * count).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }

    private static String side(Actor actor) {
        return switch (actor) {
            case CUSTOMER -> "customer";
            case AUTHORITY -> "supplier";
            case BELNET -> "belnet";
            case NOBODY -> "none";
        };
    }

    private Map<String, String> names(Collection<BoardDomain> domains) {
        return customers.legalNames(
                domains.stream().map(one -> one.domain().acronym()).toList());
    }

    private static String step(DomainFilter filter, String path, int page, int pages) {
        return page < 0 || page >= pages
                ? null
                : filter.with("page", page == 0 ? "" : Integer.toString(page)).at(path);
    }

    private String words(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static String date(Object dateOrNull) {
        return dateOrNull == null ? "" : dateOrNull.toString();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
