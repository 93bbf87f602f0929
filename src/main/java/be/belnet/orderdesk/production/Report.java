package be.belnet.orderdesk.production;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** Prints what a look at the checklist showed; with signs and colours on a terminal, in words elsewhere. */
class Report {
    private static final String GREEN = "\u001B[32m";
    private static final String RED = "\u001B[31m";
    private static final String PLAIN = "\u001B[0m";

    private final PrintStream out;
    private final boolean terminal;

    Report(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** @return whether nothing is missing */
    boolean print(List<Finding> findings) {
        Arrays.stream(Moment.values()).forEach(moment -> print(moment, findings));
        long unmet = findings.stream().filter(Finding::isUnmet).count();
        out.println();
        out.println(
                unmet == 0
                        ? "Fit for production, by all that could be looked at."
                        : "Not fit for production: %d of %d are missing.".formatted(unmet, findings.size()));
        return unmet == 0;
    }

    private void print(Moment moment, List<Finding> findings) {
        List<Finding> ofIt = findings.stream()
                .filter(finding -> finding.demand().moment() == moment)
                .toList();
        if (!ofIt.isEmpty()) {
            out.printf("%n%s%n", moment.title());
            ofIt.forEach(this::print);
        }
    }

    private void print(Finding finding) {
        out.printf(
                "  %s %s (%s)%n",
                sign(finding.seen().state()),
                finding.demand().name(),
                finding.seen().where());
        if (finding.isUnmet()) {
            out.printf("      %s%n", finding.remedy());
        }
    }

    private String sign(Seen.State state) {
        return switch (state) {
            case FIT -> terminal ? GREEN + "✔" + PLAIN : "ok     ";
            case UNFIT -> terminal ? RED + "✘" + PLAIN : "MISSING";
            case NOT_LOOKED_AT -> terminal ? "·" : "-      ";
        };
    }
}
