package be.belnet.sandbox.faults;

import java.math.BigDecimal;

/** What somebody asks to be switched on, by API or form. All but the fault may be absent; a blank is absent too. */
public record FaultRequest(
        String fault, String calls, String path, Integer times, BigDecimal seconds, Integer status, String message) {

    public FaultRequest {
        fault = absentIfBlank(fault);
        calls = absentIfBlank(calls);
        path = absentIfBlank(path);
        message = absentIfBlank(message);
    }

    private static String absentIfBlank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
