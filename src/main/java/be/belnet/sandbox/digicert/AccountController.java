package be.belnet.sandbox.digicert;

import static be.belnet.sandbox.digicert.Json.object;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose key it is. */
@RestController
@RequestMapping("/digicert/services/v2")
class AccountController {
    private static final String CONTACT = "servicedesk@belnet.be";

    @GetMapping("/account")
    Map<String, Object> account() {
        return object("id", SampleInventory.ACCOUNT, "admin_email", CONTACT, "is_cert_central", true);
    }

    @GetMapping("/user/me")
    Map<String, Object> me() {
        return object(
                "id",
                701,
                "username",
                "orderdesk",
                "email",
                CONTACT,
                "status",
                "active",
                "container",
                object("id", SampleInventory.CONTAINER, "name", "Belnet"),
                "access_roles",
                List.of(object("id", 21, "name", "View Only")));
    }
}
