package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.DomainQuery;
import be.belnet.orderdesk.dcs.DomainQuery.Sort;
import be.belnet.orderdesk.dcs.Standing;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Which domains somebody looks for. */
record DomainFilter(Entered entered) {
    private static final List<String> NAMES = List.of(
            "q", "state", "actor", "authority", "customer", "order", "campaign", "method", "before", "sort", "page");
    private static final int LONGEST = 200;

    /** @param parameters others than those of the filter are left out */
    static DomainFilter of(Map<String, String> parameters) {
        return new DomainFilter(Entered.of(NAMES, parameters));
    }

    /** Empty when nothing was entered. */
    public String get(String name) {
        return entered.get(name);
    }

    public boolean isEmpty() {
        return entered.hasOnly("sort", "page");
    }

    public boolean hasAny(String... names) {
        return entered.hasAny(names);
    }

    /** The same with another value, empty for none; from its first page on unless that is what changes. */
    DomainFilter with(String name, String value) {
        return new DomainFilter(entered.with(name, value));
    }

    /** Where the page or file at {@code path} shows what is looked for. */
    public String at(String path) {
        return entered.at(path);
    }

    /**
     * @param authorities that may be named
     * @param acronym as a customer's domains have it, from what somebody types
     * @throws AnswersRefusedException naming each value that makes no sense
     */
    DomainQuery read(Collection<String> authorities, Function<String, String> acronym) {
        var refusals = new Refusals();
        Integer page = refusals.read(entered::page);
        var query = new DomainQuery(
                refusals.read(() -> option("state", Standing.values(), Standing::code)),
                refusals.read(() -> option("actor", Actor.values(), Actor::code)),
                refusals.read(() -> entered.option("authority", authorities, Function.identity())),
                refusals.read(() -> text("customer", acronym)),
                refusals.read(() -> text("order", number -> number.toUpperCase(Locale.ROOT))),
                refusals.read(() -> text("campaign", number -> number.toUpperCase(Locale.ROOT))),
                refusals.read(() -> option("method", ValidationMethod.values(), DomainFilter::code)),
                refusals.read(() -> entered.day("before")),
                refusals.read(() -> text("q", Function.identity())),
                hasAny("sort") ? refusals.read(() -> option("sort", Sort.values(), Sort::code)) : Sort.LAGGARDS,
                page == null ? 0 : page);
        refusals.tell();
        return query;
    }

    static String code(ValidationMethod method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private <T> T option(String name, T[] options, Function<T, String> code) {
        return entered.option(name, Arrays.asList(options), code);
    }

    private String text(String name, Function<String, String> asKept) {
        return hasAny(name) ? asKept.apply(FreeText.read(name, get(name), LONGEST)) : null;
    }
}
