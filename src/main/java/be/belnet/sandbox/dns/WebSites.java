package be.belnet.sandbox.dns;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The web sites of all customers in one server: the host that a caller names tells them apart. */
@RestController
class WebSites {
    private final WebFiles files;

    WebSites(WebFiles files) {
        this.files = files;
    }

    @GetMapping(WebFiles.FOLDER + "*")
    ResponseEntity<String> file(HttpServletRequest request) {
        return files.find(request.getServerName().toLowerCase(Locale.ROOT), request.getRequestURI())
                .map(WebSites::answer)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<String> answer(WebFile file) {
        return file.location() == null
                ? ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(file.content())
                : ResponseEntity.status(HttpStatus.FOUND)
                        .header(HttpHeaders.LOCATION, file.location())
                        .build();
    }
}
