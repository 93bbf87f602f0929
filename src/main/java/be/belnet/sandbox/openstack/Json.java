package be.belnet.sandbox.openstack;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects in the order written, null values included: partners send many. */
final class Json {
    private Json() {}

    /** Names and values in turn. */
    static Map<String, Object> object(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
