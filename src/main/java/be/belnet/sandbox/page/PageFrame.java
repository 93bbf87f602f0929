package be.belnet.sandbox.page;

import be.belnet.sandbox.faults.FaultSwitch;
import be.belnet.sandbox.faults.Faults;
import be.belnet.sandbox.partner.Partners;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page has around it. */
@ControllerAdvice(annotations = WorldPage.class)
class PageFrame {

    /** Everything from here, and nothing runs. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Partners partners;
    private final Faults faults;
    private final DateTimeFormatter format;

    PageFrame(Partners partners, Faults faults, Clock clock) {
        this.partners = partners;
        this.faults = faults;
        this.format = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH)
                .withZone(clock.getZone());
    }

    @ModelAttribute
    void every(HttpServletResponse response, Model model) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        model.addAttribute("time", format);
        model.addAttribute("faults", partnerFaults());
    }

    private List<PartnerFault> partnerFaults() {
        var on = faults.all().stream().collect(Collectors.toMap(FaultSwitch::partner, Function.identity()));
        return partners.all().stream()
                .map(partner -> new PartnerFault(partner, on.get(partner.code())))
                .toList();
    }
}
