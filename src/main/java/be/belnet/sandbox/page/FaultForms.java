package be.belnet.sandbox.page;

import be.belnet.sandbox.faults.FaultRequest;
import be.belnet.sandbox.faults.Faults;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The forms that switch faults on and off. There is no log-in that would tell who sends them, so a browser must say that
 * they come from the page itself.
 */
@Controller
class FaultForms {

    private static final String BACK = "redirect:/#faults";

    private final Faults faults;

    FaultForms(Faults faults) {
        this.faults = faults;
    }

    @PostMapping("/faults")
    String switchOn(
            @RequestParam String partner,
            @ModelAttribute FaultRequest asked,
            BindingResult misfits,
            HttpServletRequest request) {
        requireOwnPage(request);
        if (misfits.hasErrors()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, misfits.getFieldErrors().get(0).getField() + ": not a number");
        }
        faults.switchOn(partner, asked);
        return BACK;
    }

    @PostMapping("/faults/off")
    String switchOff(@RequestParam String partner, HttpServletRequest request) {
        requireOwnPage(request);
        faults.switchOff(partner);
        return BACK;
    }

    private static void requireOwnPage(HttpServletRequest request) {
        if (!comesFromOwnPage(request)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "This form does not come from the page of the sandbox");
        }
    }

    /** Older browsers say it by the origin alone; whoever says neither is no browser. */
    private static boolean comesFromOwnPage(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null
                || origin.equals(
                        ServletUriComponentsBuilder.fromContextPath(request).toUriString());
    }
}
