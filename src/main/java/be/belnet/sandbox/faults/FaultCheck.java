package be.belnet.sandbox.faults;

import be.belnet.sandbox.partner.Partner;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Makes a switch of what was asked for, with the usual where nothing was said; nonsense is answered with 400. */
class FaultCheck {

    private static final Set<Integer> SERVER_ERRORS = Set.of(500, 502, 503);
    private static final BigDecimal LEAST_SECONDS = new BigDecimal("0.001");
    private static final BigDecimal MOST_SECONDS = new BigDecimal("3600");
    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_MESSAGE = 500;

    private final FaultSettings settings;

    FaultCheck(FaultSettings settings) {
        this.settings = settings;
    }

    FaultSwitch check(Partner partner, FaultRequest asked) {
        var fault = oneOf("fault", asked.fault(), List.of(Fault.values()), Fault::code);
        require(partner.keepsThings() || !fault.hitsLookUps(), partner.code() + " has no look-ups");
        return new FaultSwitch(
                partner.code(),
                fault,
                calls(partner, fault, asked.calls()),
                path(asked.path()),
                times(asked.times()),
                seconds(fault, asked.seconds()),
                status(fault, asked.status()),
                message(fault, asked.message()));
    }

    static ResponseStatusException bad(String message) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, message);
    }

    private static Calls calls(Partner partner, Fault fault, String asked) {
        require(asked == null || !fault.hitsLookUps(), "calls: " + fault.code() + " hits look-ups alone");
        if (asked == null) {
            return partner.keepsThings() || fault.hitsLookUps() ? fault.usualCalls() : Calls.ALL;
        }
        var calls = oneOf("calls", asked, List.of(Calls.values()), Calls::code);
        require(partner.keepsThings() || calls != Calls.CHANGES, "calls: " + partner.code() + " changes nothing");
        return calls;
    }

    private static String path(String asked) {
        if (asked != null) {
            require(asked.length() <= LONGEST_PATH, "path: longer than " + LONGEST_PATH + " characters");
            compile(asked);
        }
        return asked;
    }

    private static void compile(String path) {
        try {
            Pattern.compile(path);
        } catch (PatternSyntaxException e) {
            throw bad("path: not a regular expression: " + e.getDescription());
        }
    }

    private static Integer times(Integer asked) {
        require(asked == null || asked > 0, "times: at least 1, or absent for until it is switched off");
        return asked;
    }

    private BigDecimal seconds(Fault fault, BigDecimal asked) {
        require(asked == null || fault.takesSeconds(), "seconds: " + fault.code() + " takes none");
        require(
                asked == null || asked.compareTo(LEAST_SECONDS) >= 0 && asked.compareTo(MOST_SECONDS) <= 0,
                "seconds: from " + LEAST_SECONDS + " to " + MOST_SECONDS);
        return asked != null || !fault.takesSeconds() ? asked : seconds(settings.usual(fault));
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }

    private static Integer status(Fault fault, Integer asked) {
        require(asked == null || fault.takesStatus(), "status: " + fault.code() + " takes none");
        require(asked == null || SERVER_ERRORS.contains(asked), "status: 500, 502 or 503");
        return asked != null || !fault.takesStatus() ? asked : Integer.valueOf(500);
    }

    private static String message(Fault fault, String asked) {
        require(asked == null || fault.takesMessage(), "message: " + fault.code() + " takes none");
        require(
                asked == null || asked.length() <= LONGEST_MESSAGE,
                "message: longer than " + LONGEST_MESSAGE + " characters");
        return asked;
    }

    private static <T> T oneOf(String field, String asked, List<T> choice, Function<T, String> code) {
        return choice.stream()
                .filter(one -> code.apply(one).equals(asked))
                .findFirst()
                .orElseThrow(() ->
                        bad(field + ": one of " + choice.stream().map(code).collect(Collectors.joining(", "))));
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw bad(otherwise);
        }
    }
}
