package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.reconciliation.DifferenceKind;
import be.belnet.orderdesk.reconciliation.DifferenceQuery;
import be.belnet.orderdesk.reconciliation.DifferenceState;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which differences somebody looks for, as it stands in the address of the page or of the API.
 *
 * @param entered by name, without those left empty
 */
record ReconciliationFilter(Map<String, String> entered) {
    private static final List<String> NAMES = List.of("state", "part", "kind", "q", "page");
    private static final Pattern PAGE = Pattern.compile("\\d{1,7}");
    private static final int LONGEST_WORDS = 255;

    ReconciliationFilter {
        entered = Map.copyOf(entered);
    }

    /** @param parameters others than those of the filter are left out */
    static ReconciliationFilter of(Map<String, String> parameters) {
        Map<String, String> entered = new LinkedHashMap<>();
        NAMES.forEach(name -> {
            String value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                entered.put(name, value);
            }
        });
        return new ReconciliationFilter(entered);
    }

    /** Empty when nothing was entered. */
    public String get(String name) {
        return entered.getOrDefault(name, "");
    }

    public boolean isEmpty() {
        return entered.keySet().stream().allMatch(name -> name.equals("page"));
    }

    /** Where another page of the same is. */
    public String page(int page) {
        Map<String, String> changed = new LinkedHashMap<>(entered);
        changed.put("page", Integer.toString(page));
        var address = UriComponentsBuilder.fromPath("/reconciliation");
        NAMES.stream().filter(changed::containsKey).forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(changed).toUriString();
    }

    /**
     * @param parts codes of what is compared
     * @throws AnswersRefusedException naming each value that makes no sense
     */
    DifferenceQuery read(List<String> parts) {
        List<Refusal> refusals = new ArrayList<>();
        DifferenceState state = read(refusals, () -> option("state", DifferenceState::of));
        String part = read(refusals, () -> option("part", value -> known(value, parts)));
        DifferenceKind kind = read(refusals, () -> option("kind", DifferenceKind::of));
        String words = read(refusals, this::words);
        Integer page = read(refusals, this::page);
        if (!refusals.isEmpty()) {
            throw new AnswersRefusedException(refusals);
        }
        return new DifferenceQuery(state, part, kind, words, page);
    }

    private <T> T option(String name, Function<String, T> of) {
        try {
            return entered.containsKey(name) ? of.apply(get(name)) : null;
        } catch (IllegalArgumentException none) {
            throw new AnswersRefusedException(name, "form.error.notAnOption");
        }
    }

    private static String known(String value, List<String> parts) {
        if (!parts.contains(value)) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }

    private String words() {
        if (get("q").length() > LONGEST_WORDS) {
            throw new AnswersRefusedException("q", "form.error.tooLong", LONGEST_WORDS);
        }
        return entered.get("q");
    }

    private Integer page() {
        if (!PAGE.matcher(entered.getOrDefault("page", "0")).matches()) {
            throw new AnswersRefusedException("page", "form.error.notANumber");
        }
        return Integer.valueOf(entered.getOrDefault("page", "0"));
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
