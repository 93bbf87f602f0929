package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.Document;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How bytes leave that others made: never shown by the browser as a page of ours. */
final class Downloads {
    private static final String POLICY = "Content-Security-Policy";

    private Downloads() {}

    static ResponseEntity<byte[]> attachment(Document document, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(POLICY, "sandbox; default-src 'none'")
                .body(content);
    }

    /** A kept PDF, to be read in the browser; all else as an attachment. PDFs that others sent were checked when they came. */
    static ResponseEntity<byte[]> inline(Document document, byte[] content) {
        return MediaType.APPLICATION_PDF_VALUE.equals(document.contentType())
                ? inlinePdf(document.fileName(), content)
                : attachment(document, content);
    }

    /** A mail's HTML: no scripts, no forms, nothing fetched. */
    static ResponseEntity<String> mail(String html) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("X-Content-Type-Options", "nosniff")
                .header(POLICY, "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                .body(html);
    }

    /** A document of our own making, or one that was checked, shown by the browser's own reader, which a stricter policy would keep out. */
    static ResponseEntity<byte[]> inlinePdf(String fileName, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        POLICY,
                        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .body(content);
    }
}
