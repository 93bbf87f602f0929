package be.belnet.sandbox.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Mails for tests, and the parts of a mail for the page. */
@RestController
class MailController {

    /** Types a browser shows without running anything; all others are offered as a download. */
    private static final Set<String> SHOWN =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "text/plain");

    /** A mail may look as it likes, but neither run nor fetch anything, and its links open elsewhere. */
    private static final String MAIL_POLICY =
            "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self';"
                    + " sandbox allow-popups allow-popups-to-escape-sandbox";

    private static final String LINKS_OPEN_ELSEWHERE = "<base target=\"_blank\">";

    private final Mailboxes mailboxes;

    MailController(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** Oldest first, of one mailbox or of all. */
    @GetMapping("/api/mails")
    List<Mail> mails(@RequestParam(required = false) String to) {
        return mailboxes.mails(to);
    }

    @GetMapping("/mails/{id}/html")
    ResponseEntity<String> html(@PathVariable long id) {
        var html = mailboxes.html(id).orElseThrow(MailController::notFound);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .header("Content-Security-Policy", MAIL_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(LINKS_OPEN_ELSEWHERE + html);
    }

    @GetMapping("/mails/{id}/attachments/{number}/{name}")
    ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable int number) {
        var file = mailboxes.attachment(id, number).orElseThrow(MailController::notFound);
        var shown = SHOWN.contains(file.type());
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.content());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "no such mail or attachment");
    }
}
