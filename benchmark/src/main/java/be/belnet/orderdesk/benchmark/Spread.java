package be.belnet.orderdesk.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Values of several rounds, sorted. */
record Spread(List<Double> values) {
    static <T> Spread of(List<T> rounds, ToDoubleFunction<T> value) {
        return new Spread(rounds.stream().mapToDouble(value).sorted().boxed().toList());
    }

    double median() {
        return quantile(0.5);
    }

    /** The least value that so great a share does not exceed. */
    double quantile(double share) {
        return values.get((int) Math.ceil(share * values.size()) - 1);
    }

    /** The median, and where rounds differ the least and the greatest. */
    String text(String format) {
        String least = said(format, values.get(0));
        String most = said(format, values.get(values.size() - 1));
        String median = said(format, median());
        return least.equals(most) ? median : median + " [" + least + "–" + most + "]";
    }

    private static String said(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
