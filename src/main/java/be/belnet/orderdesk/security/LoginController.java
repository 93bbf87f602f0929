package be.belnet.orderdesk.security;

import be.belnet.orderdesk.security.SignOnProperties.Mode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in: by name and password, or on to the provider. */
@Controller
class LoginController {
    private static final Set<String> EXPLAINED = Set.of("stranger", "unfit", "unavailable");

    private final List<String> demoUsers;
    private final Mode mode;

    LoginController(@Value("${orderdesk.demo-users:false}") boolean demoUsers, SignOnProperties settings) {
        this.demoUsers = demoUsers ? StaffSetup.DEMO_USERS : List.of();
        this.mode = settings.mode();
    }

    /**
     * @param error there when a name and password were refused
     * @param refused why the provider's word was not enough
     * @param logout there after a sign-out
     */
    @GetMapping("/login")
    String login(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String refused,
            @RequestParam(required = false) String logout,
            HttpServletRequest request,
            Model model) {
        if (mode == Mode.OIDC) {
            model.addAttribute("state", state(refused, logout, request.getSession(false)));
            return "sign-on";
        }
        model.addAttribute("refused", error != null);
        model.addAttribute("demoUsers", demoUsers);
        return "login";
    }

    private static String state(String refused, String logout, HttpSession session) {
        if (refused != null) {
            return EXPLAINED.contains(refused) ? refused : "failed";
        }
        if (session != null && session.getAttribute(OpenIdSignOn.TO_END) != null) {
            return "leaving";
        }
        return logout == null ? "entering" : "signedOut";
    }

    /** Where a sign-in without a remembered page ends. */
    @GetMapping("/")
    String home() {
        return "redirect:/camunda/app/tasklist/default/";
    }
}
