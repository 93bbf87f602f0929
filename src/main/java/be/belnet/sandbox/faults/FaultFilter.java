package be.belnet.sandbox.faults;

import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.partner.Partner;
import be.belnet.sandbox.partner.PartnerCall;
import be.belnet.sandbox.partner.Partners;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.RoundingMode;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes calls go wrong between partner and caller. The ledger lies within, next to the partner: what happens is counted
 * before anything of the answer is held, changed or lost here, and calls that never get there are entered from here.
 */
@Component
@Order(FaultFilter.AROUND_THE_LEDGER)
class FaultFilter extends OncePerRequestFilter {

    static final int AROUND_THE_LEDGER = Ordered.LOWEST_PRECEDENCE - 1;

    private static final int NO_ANSWER = 0;

    private final Partners partners;
    private final FaultSwitches switches;
    private final Ledger ledger;
    private final ObjectMapper json;

    FaultFilter(Partners partners, FaultSwitches switches, Ledger ledger, ObjectMapper json) {
        this.partners = partners;
        this.switches = switches;
        this.ledger = ledger;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !partners.areCalledBy(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var call = PartnerCall.of(request);
        var partner = partners.find(call.partner()).orElseThrow();
        var fault = switches.hit(partner.code(), one -> one.hits(call, partner.changes(call)));
        if (fault.isPresent()) {
            Ledger.hitBy(request, fault.get().fault().code());
            goWrong(fault.get(), partner, request, new Exchange(request, response, chain, json));
        } else {
            chain.doFilter(request, response);
        }
    }

    private void goWrong(FaultSwitch on, Partner partner, HttpServletRequest request, Exchange exchange)
            throws ServletException, IOException {
        switch (on.fault()) {
            case SLOW -> {
                exchange.happen();
                hold(on);
                exchange.answer();
            }
            case TIME_OUT_BEFORE -> {
                ledger.call(request, NO_ANSWER);
                hold(on);
                exchange.hangUp();
            }
            case TIME_OUT_AFTER -> {
                exchange.happen(NO_ANSWER);
                hold(on);
                exchange.hangUp();
            }
            case FAIL_BEFORE -> instead(failure(on), request, exchange);
            case FAIL_AFTER -> {
                exchange.happen(on.status());
                exchange.answer(failure(on));
            }
            case RESET -> {
                exchange.happen();
                exchange.breakOff();
            }
            case MALFORMED -> {
                exchange.happen(HttpServletResponse.SC_OK);
                exchange.answerCutShort();
            }
            case REFUSAL -> instead(partner.refusal(request, on.message()), request, exchange);
            case TOO_MANY -> instead(tooMany(on, partner, request), request, exchange);
            case LATE_LOOK_UP, TWO_OBJECTS -> throw new IllegalStateException("Look-ups see to " + on.fault());
        }
    }

    private void instead(ResponseEntity<?> answer, HttpServletRequest request, Exchange exchange) throws IOException {
        ledger.call(request, answer.getStatusCode().value());
        exchange.answer(answer);
    }

    /** Ends early when the sandbox stops: the server then interrupts its threads. */
    private static void hold(FaultSwitch on) {
        try {
            Thread.sleep(on.duration().toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** As a gateway before the partner writes it. */
    private static ResponseEntity<String> failure(FaultSwitch on) {
        var status = HttpStatus.valueOf(on.status());
        var text = status.value() + " " + status.getReasonPhrase();
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_HTML)
                .body("<html><head><title>%s</title></head><body><h1>%s</h1></body></html>".formatted(text, text));
    }

    private static ResponseEntity<?> tooMany(FaultSwitch on, Partner partner, HttpServletRequest request) {
        var answer = partner.tooMany(request, on.message());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(
                        HttpHeaders.RETRY_AFTER,
                        on.seconds().setScale(0, RoundingMode.CEILING).toString())
                .body(answer.getBody());
    }
}
