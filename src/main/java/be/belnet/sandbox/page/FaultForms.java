package be.belnet.sandbox.page;

import be.belnet.sandbox.faults.FaultRequest;
import be.belnet.sandbox.faults.Faults;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The forms that switch faults on and off. */
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
        OwnPage.require(request);
        if (misfits.hasErrors()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, misfits.getFieldErrors().get(0).getField() + ": not a number");
        }
        faults.switchOn(partner, asked);
        return BACK;
    }

    @PostMapping("/faults/off")
    String switchOff(@RequestParam String partner, HttpServletRequest request) {
        OwnPage.require(request);
        faults.switchOff(partner);
        return BACK;
    }
}
