package be.belnet.sandbox.digicert;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a list call asks for.
 *
 * @param filters values by property, of which one is enough
 * @param sort properties, with a minus sign for the other way round
 * @param limit null for everything
 */
record ListQuery(Map<String, List<String>> filters, List<String> sort, int offset, Integer limit) {
    private static final Pattern FILTER = Pattern.compile("filters\\[(\\w+)](?:\\[\\w*])?");

    static ListQuery of(HttpServletRequest request) {
        return new ListQuery(
                filters(request.getParameterMap()),
                sort(request.getParameter("sort")),
                number("offset", request.getParameter("offset"), 0),
                number("limit", request.getParameter("limit"), null));
    }

    private static Map<String, List<String>> filters(Map<String, String[]> parameters) {
        var filters = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> {
            var filter = FILTER.matcher(name);
            if (filter.matches()) {
                filters.computeIfAbsent(filter.group(1), property -> new ArrayList<>())
                        .addAll(List.of(values));
            }
        });
        return filters;
    }

    private static List<String> sort(String asked) {
        return asked == null || asked.isBlank() ? List.of() : Arrays.asList(asked.split(","));
    }

    private static Integer number(String name, String asked, Integer otherwise) {
        if (asked == null || asked.isBlank()) {
            return otherwise;
        }
        if (!asked.matches("\\d{1,9}")) {
            throw DigiCertError.badRequest(name + " is not a number.");
        }
        return Integer.valueOf(asked);
    }
}
