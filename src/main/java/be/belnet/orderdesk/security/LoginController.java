package be.belnet.orderdesk.security;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LoginController {
    private final List<String> demoUsers;

    LoginController(@Value("${orderdesk.demo-users:false}") boolean demoUsers) {
        this.demoUsers = demoUsers ? StaffSetup.DEMO_USERS : List.of();
    }

    /** @param error there when a name and password were refused */
    @GetMapping("/login")
    String login(@RequestParam(required = false) String error, Model model) {
        model.addAttribute("refused", error != null);
        model.addAttribute("demoUsers", demoUsers);
        return "login";
    }

    /** Where a sign-in without a remembered page ends. */
    @GetMapping("/")
    String home() {
        return "redirect:/camunda/app/tasklist/default/";
    }
}
