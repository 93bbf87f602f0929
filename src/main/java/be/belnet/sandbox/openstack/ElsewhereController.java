package be.belnet.sandbox.openstack;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses the cloud does not know, and what only a sandbox offers: accidents on demand. */
@RestController
class ElsewhereController {
    private final Cloud cloud;
    private final Tokens tokens;

    ElsewhereController(Cloud cloud, Tokens tokens) {
        this.cloud = cloud;
        this.tokens = tokens;
    }

    @RequestMapping("/openstack/**")
    void unknown() {
        throw OpenStackError.nova(404, "itemNotFound", "The resource could not be found.");
    }

    /** The next build fails; {@code fault} is the text to fail with. */
    @PostMapping("/api/openstack/failing-build")
    ResponseEntity<Void> failNextBuild(@RequestBody Map<String, String> request) {
        cloud.failNextBuild(request.getOrDefault("fault", "No valid host was found. "));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/openstack/lost-tokens")
    ResponseEntity<Void> loseTokens() {
        tokens.revokeAll();
        return ResponseEntity.noContent().build();
    }
}
