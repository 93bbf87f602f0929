package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.subscription.SubscriptionQuery;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which subscriptions somebody looks for. */
record SubscriptionFilter(Entered entered) {
    static final List<String> SERVICES = List.of("BAMS", "DCS");

    private static final List<String> NAMES = List.of("q", "service", "state", "page");
    private static final int LONGEST = 200;

    /** @param parameters others than those of the filter are left out */
    static SubscriptionFilter of(Map<String, String> parameters) {
        return new SubscriptionFilter(Entered.of(NAMES, parameters));
    }

    /** Empty when nothing was entered. */
    public String get(String name) {
        return entered.get(name);
    }

    public boolean isEmpty() {
        return entered.hasOnly("page");
    }

    /** The same with another value, empty for none; from its first page on unless that is what changes. */
    SubscriptionFilter with(String name, String value) {
        return new SubscriptionFilter(entered.with(name, value));
    }

    /** Where the page or file at {@code path} shows what is looked for. */
    public String at(String path) {
        return entered.at(path);
    }

    /** @throws AnswersRefusedException naming each value that makes no sense */
    SubscriptionQuery read() {
        var refusals = new Refusals();
        String service = refusals.read(() -> entered.option("service", SERVICES, Function.identity()));
        SubscriptionState state = refusals.read(
                () -> entered.option("state", Arrays.asList(SubscriptionState.values()), SubscriptionState::code));
        String words = refusals.read(() -> entered.hasAny("q") ? FreeText.read("q", get("q"), LONGEST) : null);
        Integer page = refusals.read(entered::page);
        refusals.tell();
        return new SubscriptionQuery(service, state, words, page);
    }
}
