package be.belnet.sandbox.sectigo;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses that Certificate Manager does not know. */
@RestController
class UnknownController {

    @RequestMapping("/sectigo/**")
    void unknown() {
        throw SectigoError.notFound(-1, "Not found");
    }
}
