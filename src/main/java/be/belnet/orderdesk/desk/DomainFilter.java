package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.DomainQuery;
import be.belnet.orderdesk.dcs.DomainQuery.Sort;
import be.belnet.orderdesk.dcs.Standing;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which domains somebody looks for, as it stands in the address of the page or of the API.
 *
 * @param entered by name, without those left empty
 */
record DomainFilter(Map<String, String> entered) {
    private static final List<String> NAMES = List.of(
            "q", "state", "actor", "authority", "customer", "order", "campaign", "method", "before", "sort", "page");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern PAGE = Pattern.compile("\\d{1,7}");
    private static final int LONGEST = 200;

    DomainFilter {
        entered = Map.copyOf(entered);
    }

    /** @param parameters others than those of the filter are left out */
    static DomainFilter of(Map<String, String> parameters) {
        Map<String, String> entered = new LinkedHashMap<>();
        NAMES.forEach(name -> {
            String value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                entered.put(name, value);
            }
        });
        return new DomainFilter(entered);
    }

    /** Empty when nothing was entered. */
    public String get(String name) {
        return entered.getOrDefault(name, "");
    }

    public boolean isEmpty() {
        return entered.keySet().stream().allMatch(name -> name.equals("sort") || name.equals("page"));
    }

    public boolean hasAny(String... names) {
        return Arrays.stream(names).anyMatch(entered::containsKey);
    }

    /** The same with another value, empty for none; from its first page on unless that is what changes. */
    DomainFilter with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(entered);
        changed.remove("page");
        changed.put(name, value);
        return of(changed);
    }

    /** Where the page or file at {@code path} shows what is looked for. */
    public String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        NAMES.stream().filter(entered::containsKey).forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(entered).toUriString();
    }

    /**
     * @param authorities that may be named
     * @param acronym as a customer's domains have it, from what somebody types
     * @throws AnswersRefusedException naming each value that makes no sense
     */
    DomainQuery read(Collection<String> authorities, Function<String, String> acronym) {
        List<Refusal> refusals = new ArrayList<>();
        Integer page = hasAny("page") ? read(refusals, this::page) : null;
        var query = new DomainQuery(
                read(refusals, () -> option("state", Standing.values(), Standing::code)),
                read(refusals, () -> option("actor", Actor.values(), Actor::code)),
                read(refusals, () -> option("authority", authorities.toArray(String[]::new), Function.identity())),
                read(refusals, () -> text("customer", acronym)),
                read(refusals, () -> text("order", number -> number.toUpperCase(Locale.ROOT))),
                read(refusals, () -> text("campaign", number -> number.toUpperCase(Locale.ROOT))),
                read(refusals, () -> option("method", ValidationMethod.values(), DomainFilter::code)),
                read(refusals, this::before),
                read(refusals, () -> text("q", Function.identity())),
                hasAny("sort") ? read(refusals, () -> option("sort", Sort.values(), Sort::code)) : Sort.LAGGARDS,
                page == null ? 0 : page);
        if (!refusals.isEmpty()) {
            throw new AnswersRefusedException(refusals);
        }
        return query;
    }

    static String code(ValidationMethod method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private <T> T option(String name, T[] options, Function<T, String> code) {
        return hasAny(name)
                ? Arrays.stream(options)
                        .filter(option -> code.apply(option).equalsIgnoreCase(get(name)))
                        .findFirst()
                        .orElseThrow(() -> new AnswersRefusedException(name, "form.error.notAnOption"))
                : null;
    }

    private String text(String name, Function<String, String> asKept) {
        return hasAny(name) ? asKept.apply(FreeText.read(name, get(name), LONGEST)) : null;
    }

    private LocalDate before() {
        try {
            return hasAny("before") ? LocalDate.parse(matching("before", DATE, "form.error.notADate")) : null;
        } catch (DateTimeParseException noSuchDay) {
            throw new AnswersRefusedException("before", "form.error.notADate");
        }
    }

    private Integer page() {
        return Integer.valueOf(matching("page", PAGE, "form.error.notANumber"));
    }

    private String matching(String name, Pattern form, String otherwise) {
        if (!form.matcher(get(name)).matches()) {
            throw new AnswersRefusedException(name, otherwise);
        }
        return get(name);
    }

    private static <T> T read(List<Refusal> refusals, Supplier<T> value) {
        try {
            return value.get();
        } catch (AnswersRefusedException refused) {
            refusals.addAll(refused.refusals());
            return null;
        }
    }
}
