package be.belnet.orderdesk.person;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that is kept about a person.
 *
 * @param kind camel case; its words stand in the bundle under {@code privacy.entry.<kind>}
 * @param values by name in the order in which they are shown, none of them null; the words of the names stand under
 *     {@code privacy.value.<name>}
 */
public record Entry(String kind, Map<String, String> values) {
    public static Entry of(String kind) {
        return new Entry(kind, new LinkedHashMap<>());
    }

    /** Leaves out what is not there. */
    public Entry with(String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            values.put(name, value.toString());
        }
        return this;
    }
}
