package be.belnet.orderdesk.security;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the provider says about somebody. */
record Claims(Map<String, Object> all) {
    Claims {
        all = Map.copyOf(withoutNulls(all));
    }

    /** These, and where both speak of the same, the other ones. */
    Claims with(Map<String, Object> others) {
        Map<String, Object> both = new HashMap<>(all);
        both.putAll(withoutNulls(others));
        return new Claims(both);
    }

    String subject() {
        return text("sub").orElse("");
    }

    Optional<String> text(String claim) {
        return Optional.ofNullable(all.get(claim))
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** A list, or one text; nothing where the claim is missing or of another shape. */
    List<String> texts(String path) {
        Object found = find(path);
        if (found instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return found instanceof String one ? List.of(one) : List.of();
    }

    /** A name with dots may be the claim's own, as where it is a URL. */
    private Object find(String path) {
        Object found = all.get(path);
        if (found != null) {
            return found;
        }
        found = all;
        for (String name : path.split("\\.")) {
            found = found instanceof Map<?, ?> inner ? inner.get(name) : null;
        }
        return found;
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> claims) {
        Map<String, Object> known = new HashMap<>(claims);
        known.values().removeIf(value -> value == null);
        return known;
    }
}
