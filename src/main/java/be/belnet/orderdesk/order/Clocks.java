package be.belnet.orderdesk.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Time an order spent on each side so far, in time elapsed on opening days: 24 hours are one opening day. */
public record Clocks(Duration belnet, Duration customer, Duration supplier) {
    /**
     * Adds up whose turn it was. Where several sides had to act, the first of {@link Turn} counts, as it does for the
     * order itself; where nobody had to, Belnet's clock runs.
     *
     * @param until now, or when the order was closed
     * @param elapsed what of the time between two moments counts
     */
    static Clocks of(
            List<Step> steps, Instant openedAt, Instant until, BiFunction<Instant, Instant, Duration> elapsed) {
        Map<Turn, Duration> spent = new EnumMap<>(Turn.class);
        List<Instant> changes = changes(steps, openedAt, until);
        for (int i = 1; i < changes.size(); i++) {
            Instant from = changes.get(i - 1);
            spent.merge(turnAt(steps, from), elapsed.apply(from, changes.get(i)), Duration::plus);
        }
        return new Clocks(spent(spent, Turn.BELNET), spent(spent, Turn.CUSTOMER), spent(spent, Turn.SUPPLIER));
    }

    private static List<Instant> changes(List<Step> steps, Instant openedAt, Instant until) {
        TreeSet<Instant> changes = new TreeSet<>(List.of(openedAt, until));
        steps.forEach(step -> {
            changes.add(step.enteredAt());
            changes.add(step.leftAt() == null ? until : step.leftAt());
        });
        return new ArrayList<>(changes.subSet(openedAt, true, until, true));
    }

    private static Turn turnAt(List<Step> steps, Instant moment) {
        return steps.stream()
                .filter(step -> !step.enteredAt().isAfter(moment))
                .filter(step -> step.leftAt() == null || step.leftAt().isAfter(moment))
                .map(Step::turn)
                .min(Comparator.naturalOrder())
                .orElse(Turn.BELNET);
    }

    private static Duration spent(Map<Turn, Duration> spent, Turn turn) {
        return spent.getOrDefault(turn, Duration.ZERO);
    }
}
