package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.feedback.FeedbackQuery;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which feedback somebody looks for, as it stands in the address of the page or of the API.
 *
 * @param entered by name, without those left empty
 */
record FeedbackFilter(Map<String, String> entered) {
    static final List<String> SERVICES = List.of("BAMS", "DCS");

    private static final List<String> NAMES = List.of("service", "from", "until", "page");
    private static final Pattern DATE = Pattern.compile("2\\d{3}-\\d{2}-\\d{2}");
    private static final Pattern PAGE = Pattern.compile("\\d{1,7}");

    FeedbackFilter {
        entered = Map.copyOf(entered);
    }

    /** @param parameters others than those of the filter are left out */
    static FeedbackFilter of(Map<String, String> parameters) {
        Map<String, String> entered = new LinkedHashMap<>();
        NAMES.forEach(name -> {
            String value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                entered.put(name, value);
            }
        });
        return new FeedbackFilter(entered);
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
        return of(changed).at("/feedback");
    }

    /** Where the page or file at {@code path} shows what is looked for. */
    public String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        NAMES.stream().filter(entered::containsKey).forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(entered).toUriString();
    }

    /** @throws AnswersRefusedException naming each value that makes no sense */
    FeedbackQuery read() {
        List<Refusal> refusals = new ArrayList<>();
        String service = read(refusals, this::service);
        LocalDate from = read(refusals, () -> day("from"));
        LocalDate until = read(refusals, () -> day("until"));
        Integer page = read(refusals, this::page);
        if (!refusals.isEmpty()) {
            throw new AnswersRefusedException(refusals);
        }
        return new FeedbackQuery(service, from, until, page);
    }

    private String service() {
        if (entered.containsKey("service") && !SERVICES.contains(get("service"))) {
            throw new AnswersRefusedException("service", "form.error.notAnOption");
        }
        return entered.get("service");
    }

    private LocalDate day(String name) {
        try {
            return entered.containsKey(name) ? LocalDate.parse(matching(name, DATE, "form.error.notADate")) : null;
        } catch (DateTimeParseException noSuchDay) {
            throw new AnswersRefusedException(name, "form.error.notADate");
        }
    }

    private Integer page() {
        return entered.containsKey("page") ? Integer.valueOf(matching("page", PAGE, "form.error.notANumber")) : 0;
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
