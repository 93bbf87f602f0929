package be.belnet.orderdesk.person;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Somebody at a customer, as far as modules know them. The mail address says who it is; the rest is learned from it.
 *
 * @param email lower case
 * @param names as they were written
 * @param phones as they were written
 * @param acronyms of the customers that the person acts for; a name alone says who is meant only there
 */
public record Person(String email, Set<String> names, Set<String> phones, Set<String> acronyms) {
    public Person {
        email = email.strip().toLowerCase(Locale.ROOT);
        names = known(names);
        phones = known(phones);
        acronyms = known(acronyms);
    }

    public static Person of(String email) {
        return new Person(email, Set.of(), Set.of(), Set.of());
    }

    public Person named(Collection<String> others) {
        return new Person(email, union(names, others), phones, acronyms);
    }

    public Person reachedAt(Collection<String> others) {
        return new Person(email, names, union(phones, others), acronyms);
    }

    public Person actingFor(Collection<String> others) {
        return new Person(email, names, phones, union(acronyms, others));
    }

    private static Set<String> union(Set<String> some, Collection<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<String> known(Set<String> values) {
        Set<String> known = new LinkedHashSet<>();
        values.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .forEach(known::add);
        return Collections.unmodifiableSet(known);
    }
}
