package be.belnet.orderdesk.customer;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CustomerApi {
    private final CustomerRegister register;

    CustomerApi(CustomerRegister register) {
        this.register = register;
    }

    /** One page of organisations; contacts stay on the customer's page. */
    @GetMapping("/api/customers")
    CustomerPage customers(
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "page", defaultValue = "0") int page) {
        return register.list(q, page);
    }
}
