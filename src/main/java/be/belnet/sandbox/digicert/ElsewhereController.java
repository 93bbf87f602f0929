package be.belnet.sandbox.digicert;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses that CertCentral does not know. */
@RestController
class ElsewhereController {

    @RequestMapping("/digicert/**")
    void unknown() {
        throw DigiCertError.notFound("route");
    }
}
