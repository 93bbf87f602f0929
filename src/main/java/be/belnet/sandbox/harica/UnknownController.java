package be.belnet.sandbox.harica;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses that CertManager does not know. */
@RestController
class UnknownController {

    @RequestMapping("/harica/**")
    void unknown() {
        throw new HaricaError(404, "Not found");
    }
}
