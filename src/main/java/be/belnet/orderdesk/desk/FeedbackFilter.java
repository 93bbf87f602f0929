package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.feedback.FeedbackQuery;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which feedback somebody looks for. */
record FeedbackFilter(Entered entered) {
    static final List<String> SERVICES = List.of("BAMS", "DCS");

    private static final List<String> NAMES = List.of("service", "from", "until", "page");

    /** @param parameters others than those of the filter are left out */
    static FeedbackFilter of(Map<String, String> parameters) {
        return new FeedbackFilter(Entered.of(NAMES, parameters));
    }

    /** Empty when nothing was entered. */
    public String get(String name) {
        return entered.get(name);
    }

    public boolean isEmpty() {
        return entered.hasOnly("page");
    }

    /** Where another page of the same is. */
    public String page(int page) {
        return entered.with("page", Integer.toString(page)).at("/feedback");
    }

    /** Where the page or file at {@code path} shows what is looked for. */
    public String at(String path) {
        return entered.at(path);
    }

    /** @throws AnswersRefusedException naming each value that makes no sense */
    FeedbackQuery read() {
        var refusals = new Refusals();
        String service = refusals.read(() -> entered.option("service", SERVICES, Function.identity()));
        LocalDate from = refusals.read(() -> entered.day("from"));
        LocalDate until = refusals.read(() -> entered.day("until"));
        Integer page = refusals.read(entered::page);
        refusals.tell();
        return new FeedbackQuery(service, from, until, page);
    }
}
