package be.belnet.orderdesk.privacy;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.csv.CsvText;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What customers are told about their data, without signing in; and the record that it comes from, for managers and auditors. */
@Controller
class RecordPages {
    private static final List<String> LANGUAGES = List.of("nl", "fr", "en", "de");

    private final ProcessingRecord record;
    private final Retention retention;
    private final Belnet belnet;

    RecordPages(ProcessingRecord record, Retention retention, Belnet belnet) {
        this.record = record;
        this.retention = retention;
        this.belnet = belnet;
    }

    /** @param lang one of the four; the browser's otherwise */
    @GetMapping("/privacy/{service:bams|dcs}")
    ModelAndView notice(
            @PathVariable String service,
            @RequestParam(defaultValue = "") String lang,
            Locale browser,
            HttpServletRequest request) {
        Locale locale = Set.copyOf(LANGUAGES).contains(lang) ? Locale.forLanguageTag(lang) : browser;
        request.setAttribute(Locale.class.getName(), locale);
        return new ModelAndView("privacy/notice")
                .addObject("service", service.toUpperCase(Locale.ROOT))
                .addObject("path", "/privacy/" + service)
                .addObject("languages", LANGUAGES)
                .addObject("belnet", belnet)
                .addObject("address", belnet.addressLines(locale.getLanguage()))
                .addObject("activities", record.of(service.toUpperCase(Locale.ROOT), locale));
    }

    @GetMapping("/privacy/record")
    ModelAndView record(Locale locale) {
        return new ModelAndView("privacy/record")
                .addObject("area", "privacy")
                .addObject("labels", record.head(locale))
                .addObject(
                        "rows",
                        record.all(locale).stream()
                                .map(activity -> cells(record.head(locale), activity.cells()))
                                .toList());
    }

    record Cell(String label, String words) {}

    private static List<Cell> cells(List<String> labels, List<String> words) {
        return IntStream.range(0, words.size())
                .mapToObj(column -> new Cell(labels.get(column), words.get(column)))
                .toList();
    }

    @GetMapping("/privacy/record.csv")
    ResponseEntity<byte[]> csv(Locale locale) {
        byte[] table = CsvText.of(
                record.head(locale),
                record.all(locale).stream()
                        .map(ProcessingRecord.Activity::cells)
                        .toList());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("processing-record.csv")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(table);
    }

    @GetMapping("/privacy/retention")
    ModelAndView retention() {
        return new ModelAndView("privacy/retention")
                .addObject("area", "privacy")
                .addObject("runs", retention.latest());
    }
}
