package be.belnet.sandbox.sectigo;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects of answers: fields without a value are left out. */
final class Reply {
    private Reply() {}

    /** Names and values in turn. */
    static Map<String, Object> of(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                object.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return object;
    }
}
