package be.belnet.sandbox.digicert;

import be.belnet.sandbox.page.OwnPage;
import be.belnet.sandbox.page.WorldPage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The certificates with what DigiCert itself may do to them: end them early, as it did to many in July 2020. */
@Controller
@WorldPage
class DigiCertPage {
    static final String PATH = "/certificates";

    private final Inventory inventory;
    private final Clock clock;

    DigiCertPage(Inventory inventory, Clock clock) {
        this.inventory = inventory;
        this.clock = clock;
    }

    /** The order's status in words for people, who wonder at an issued one that has run out. */
    static String state(Order order, LocalDate today) {
        if (Inventory.BY_DIGICERT.equals(order.endedBy())) {
            return "revoked, ended early by DigiCert";
        }
        return order.issued() && order.validTill().isBefore(today) ? "issued, expired" : order.status();
    }

    @GetMapping(PATH)
    String certificates(Model model) {
        var today = LocalDate.now(clock);
        model.addAttribute(
                "certificates",
                inventory.orders().stream()
                        .map(order -> new Row(order, state(order, today)))
                        .toList());
        return "certificates";
    }

    @PostMapping(PATH + "/end")
    String end(@RequestParam String order, HttpServletRequest request) {
        OwnPage.require(request);
        var found = inventory
                .order(order)
                .filter(Order::issued)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "order: not one that is issued"));
        inventory.revoke(found, Inventory.BY_DIGICERT);
        return "redirect:" + PATH + "#order-" + found.id();
    }

    @PostMapping(PATH + "/end-all")
    String endAll(HttpServletRequest request) {
        OwnPage.require(request);
        inventory.endRunning(all -> true);
        return "redirect:" + PATH;
    }

    record Row(Order order, String state) {

        public long id() {
            return order.id();
        }

        public String names() {
            return String.join(" ", order.names());
        }

        public String organisation() {
            return order.organization().displayName();
        }

        public LocalDate until() {
            return order.validTill();
        }

        /** One that has run out has ended. */
        public boolean canEnd() {
            return state.equals(Order.ISSUED);
        }
    }
}
