package be.belnet.orderdesk.reconciliation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All parts of the reconciliation. */
@Component
public class ComparisonCatalogue {
    private final List<Comparison> all;

    ComparisonCatalogue(List<Comparison> single, List<Comparisons> several) {
        this.all = Stream.concat(single.stream(), several.stream().flatMap(of -> of.comparisons().stream()))
                .sorted(Comparator.comparing(Comparison::part))
                .toList();
    }

    /** By code. */
    public List<Comparison> all() {
        return all;
    }

    /** @throws IllegalArgumentException when there is none of this code */
    public Comparison of(String part) {
        return all.stream()
                .filter(one -> one.part().equals(part))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No part of the reconciliation: " + part));
    }
}
