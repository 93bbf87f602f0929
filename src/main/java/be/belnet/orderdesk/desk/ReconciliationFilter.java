package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.reconciliation.DifferenceKind;
import be.belnet.orderdesk.reconciliation.DifferenceQuery;
import be.belnet.orderdesk.reconciliation.DifferenceState;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which differences somebody looks for, as it stands in the address of the page or of the API. */
record ReconciliationFilter(Entered entered) {
    private static final List<String> NAMES = List.of("state", "part", "kind", "q", "page");
    private static final int LONGEST_WORDS = 255;

    /** @param parameters others than those of the filter are left out */
    static ReconciliationFilter of(Map<String, String> parameters) {
        return new ReconciliationFilter(Entered.of(NAMES, parameters));
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
        return entered.with("page", Integer.toString(page)).at("/reconciliation");
    }

    /**
     * @param parts codes of what is compared
     * @throws AnswersRefusedException naming each value that makes no sense
     */
    DifferenceQuery read(List<String> parts) {
        var refusals = new Refusals();
        DifferenceState state = refusals.read(
                () -> entered.option("state", Arrays.asList(DifferenceState.values()), DifferenceState::code));
        String part = refusals.read(() -> entered.option("part", parts, Function.identity()));
        DifferenceKind kind = refusals.read(
                () -> entered.option("kind", Arrays.asList(DifferenceKind.values()), DifferenceKind::code));
        String words = refusals.read(this::words);
        Integer page = refusals.read(entered::page);
        refusals.tell();
        return new DifferenceQuery(state, part, kind, words, page);
    }

    private String words() {
        if (get("q").length() > LONGEST_WORDS) {
            throw new AnswersRefusedException("q", "form.error.tooLong", LONGEST_WORDS);
        }
        return entered.hasAny("q") ? get("q") : null;
    }
}
