package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.subscription.SubscriptionQuery;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which subscriptions somebody looks for, as it stands in the address of the page or of the API.
 *
 * @param entered by name, without those left empty
 */
record SubscriptionFilter(Map<String, String> entered) {
    static final List<String> SERVICES = List.of("BAMS", "DCS");

    private static final List<String> NAMES = List.of("q", "service", "state", "page");
    private static final Pattern PAGE = Pattern.compile("\\d{1,7}");
    private static final int LONGEST = 200;

    SubscriptionFilter {
        entered = Map.copyOf(entered);
    }

    /** @param parameters others than those of the filter are left out */
    static SubscriptionFilter of(Map<String, String> parameters) {
        Map<String, String> entered = new LinkedHashMap<>();
        NAMES.forEach(name -> {
            String value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                entered.put(name, value);
            }
        });
        return new SubscriptionFilter(entered);
    }

    /** Empty when nothing was entered. */
    public String get(String name) {
        return entered.getOrDefault(name, "");
    }

    public boolean isEmpty() {
        return entered.keySet().stream().allMatch("page"::equals);
    }

    /** The same with another value, empty for none; from its first page on unless that is what changes. */
    SubscriptionFilter with(String name, String value) {
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

    /** @throws AnswersRefusedException naming each value that makes no sense */
    SubscriptionQuery read() {
        List<Refusal> refusals = new ArrayList<>();
        String service = read(refusals, () -> option("service", SERVICES, Function.identity()));
        SubscriptionState state = read(
                refusals, () -> option("state", Arrays.asList(SubscriptionState.values()), SubscriptionState::code));
        String words = read(refusals, () -> has("q") ? FreeText.read("q", get("q"), LONGEST) : null);
        Integer page = read(refusals, this::page);
        if (!refusals.isEmpty()) {
            throw new AnswersRefusedException(refusals);
        }
        return new SubscriptionQuery(service, state, words, page);
    }

    private boolean has(String name) {
        return entered.containsKey(name);
    }

    private <T> T option(String name, List<T> options, Function<T, String> code) {
        return has(name)
                ? options.stream()
                        .filter(option -> code.apply(option).equalsIgnoreCase(get(name)))
                        .findFirst()
                        .orElseThrow(() -> new AnswersRefusedException(name, "form.error.notAnOption"))
                : null;
    }

    private Integer page() {
        if (has("page") && !PAGE.matcher(get("page")).matches()) {
            throw new AnswersRefusedException("page", "form.error.notANumber");
        }
        return has("page") ? Integer.valueOf(get("page")) : 0;
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
