package be.belnet.orderdesk.security;

import be.belnet.orderdesk.security.SignOns.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Pages around the provider: the way out of its session, and the entry without it. */
@Controller
@ConditionalOnProperty(name = "orderdesk.sign-on.mode", havingValue = "oidc")
class OpenIdPages {
    private static final String OUT = "/login?logout";

    private final IdentityProvider provider;
    private final SignOns signOns;
    private final BreakGlass breakGlass;

    OpenIdPages(IdentityProvider provider, SignOns signOns, BreakGlass breakGlass) {
        this.provider = provider;
        this.signOns = signOns;
        this.breakGlass = breakGlass;
    }

    /** Leads out of the provider's session too, which asks first where it cannot see whose it is. */
    @GetMapping("/login/end")
    String end(HttpServletRequest request) {
        String back = ServletUriComponentsBuilder.fromContextPath(request).build() + OUT;
        String idToken = endedHere(request.getSession(false)).map(Tokens::id).orElse(null);
        try {
            return provider.endSession(idToken, back)
                    .map(address -> "redirect:" + address)
                    .orElse("redirect:" + OUT);
        } catch (SignOnRefusedException unavailable) {
            return "redirect:" + OUT;
        }
    }

    private Optional<Tokens> endedHere(HttpSession session) {
        if (session == null || !(session.getAttribute(OpenIdSignOn.TO_END) instanceof String id)) {
            return Optional.empty();
        }
        session.removeAttribute(OpenIdSignOn.TO_END);
        Optional<Tokens> tokens = signOns.tokens(id);
        signOns.end(id);
        return tokens;
    }

    /** @param error there when the password was refused */
    @GetMapping(BreakGlass.PATH)
    String breakGlass(@RequestParam(required = false) String error, Model model) {
        if (!breakGlass.isOpen()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("refused", error != null);
        return "break-glass";
    }
}
