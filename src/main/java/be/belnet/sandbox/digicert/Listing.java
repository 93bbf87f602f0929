package be.belnet.sandbox.digicert;

import static be.belnet.sandbox.digicert.Json.object;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers list calls: filters, sorts and pages, as JSON or CSV. */
class Listing<T> {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    /** Stand among the filters but only ask for more fields. */
    private static final Set<String> NO_FILTERS = Set.of("include_validation_reuse_status");

    private final String plural;
    private final Map<String, Property<T>> properties = new LinkedHashMap<>();

    /** @param plural key of the list in its JSON */
    Listing(String plural) {
        this.plural = plural;
    }

    Listing<T> by(String name, Function<T, Object> value) {
        properties.put(name, Property.of(value));
        return this;
    }

    Listing<T> byAny(String name, Function<T, List<String>> values) {
        properties.put(name, Property.ofMany(values));
        return this;
    }

    /** @param accept header of the call; may be absent */
    ResponseEntity<?> answer(List<T> all, ListQuery query, String accept, Function<T, Map<String, Object>> entry) {
        var found = all.stream()
                .filter(one -> query.filters().entrySet().stream().allMatch(filter -> meets(one, filter)))
                .sorted(order(query.sort()))
                .toList();
        var entries = page(found.stream(), query).map(entry).toList();
        if (accept != null && accept.contains("text/csv")) {
            return ResponseEntity.ok().contentType(CSV).body(Csv.of(entries));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(object(plural, entries, "page", page(found.size(), query)));
    }

    private boolean meets(T one, Map.Entry<String, List<String>> filter) {
        if (NO_FILTERS.contains(filter.getKey())) {
            return true;
        }
        var property = property(filter.getKey());
        return filter.getValue().stream().anyMatch(condition -> property.meets(one, condition));
    }

    private Comparator<T> order(List<String> sort) {
        Comparator<T> order = (one, other) -> 0;
        for (var field : sort) {
            var down = field.startsWith("-");
            var next = property(down ? field.substring(1) : field).order();
            order = order.thenComparing(down ? next.reversed() : next);
        }
        return order;
    }

    private Property<T> property(String name) {
        var property = properties.get(name);
        if (property == null) {
            throw DigiCertError.badRequest(name + " is not a property of " + plural + ".");
        }
        return property;
    }

    private static <E> Stream<E> page(Stream<E> found, ListQuery query) {
        var rest = found.skip(query.offset());
        return query.limit() == null ? rest : rest.limit(query.limit());
    }

    private static Map<String, Object> page(int total, ListQuery query) {
        return object("total", total, "limit", query.limit() == null ? 0 : query.limit(), "offset", query.offset());
    }
}
