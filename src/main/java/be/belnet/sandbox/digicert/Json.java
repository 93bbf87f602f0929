package be.belnet.sandbox.digicert;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects in the order written; what has no value is left out, as CertCentral does. */
final class Json {
    private Json() {}

    /** Names and values in turn. */
    static Map<String, Object> object(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                object.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return object;
    }
}
