package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.audit.DecisionKind;
import be.belnet.orderdesk.audit.DecisionQuery;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which decisions somebody looks for. */
record AuditFilter(Entered entered) {
    private static final List<String> NAMES = List.of("kind", "order", "from", "until", "page");

    /** @param parameters others than those of the filter are left out */
    static AuditFilter of(Map<String, String> parameters) {
        return new AuditFilter(Entered.of(NAMES, parameters));
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
        return entered.with("page", Integer.toString(page)).at("/audit");
    }

    /** Where the page or file at {@code path} shows what is looked for. */
    public String at(String path) {
        return entered.with("page", "").at(path);
    }

    /** @throws AnswersRefusedException naming each value that makes no sense */
    DecisionQuery read() {
        var refusals = new Refusals();
        DecisionKind kind =
                refusals.read(() -> entered.option("kind", List.of(DecisionKind.values()), DecisionKind::code));
        LocalDate from = refusals.read(() -> entered.day("from"));
        LocalDate until = refusals.read(() -> entered.day("until"));
        Integer page = refusals.read(entered::page);
        refusals.tell();
        String order = entered.hasAny("order") ? entered.get("order").toUpperCase(Locale.ROOT) : null;
        return new DecisionQuery(kind, order, from, until, page);
    }
}
