package be.belnet.orderdesk.privacy;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.person.Kept;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Data requests, and what is kept about their person as a file to hand over. */
@Controller
class DataRequestPages {
    private static final Set<String> LANGUAGES = Set.of("nl", "fr", "en", "de");

    private final DataRequests requests;
    private final PersonDesk persons;
    private final ExportPrinter printer;
    private final ObjectMapper json;

    DataRequestPages(DataRequests requests, PersonDesk persons, ExportPrinter printer, ObjectMapper json) {
        this.requests = requests;
        this.persons = persons;
        this.printer = printer;
        this.json = json;
    }

    @GetMapping("/privacy/requests")
    ModelAndView list() {
        LocalDate today = requests.today();
        return new ModelAndView("privacy/requests")
                .addObject("area", "privacy")
                .addObject(
                        "rows",
                        requests.list().stream()
                                .map(request -> new Row(request, request.isOverdue(today), answeredOn(request)))
                                .toList());
    }

    /** @param answeredOn null before */
    record Row(DataRequest request, boolean overdue, LocalDate answeredOn) {}

    private static LocalDate answeredOn(DataRequest request) {
        return request.answer() == null
                ? null
                : LocalDate.ofInstant(request.answer().at(), BRUSSELS);
    }

    @GetMapping("/privacy/requests/{number}")
    ModelAndView one(@PathVariable String number) {
        DataRequest request = known(number);
        List<Kept> kept = requests.kept(number);
        return new ModelAndView("privacy/request")
                .addObject("area", "privacy")
                .addObject("asked", request)
                .addObject("overdue", request.isOverdue(requests.today()))
                .addObject("kept", kept)
                .addObject("accesses", requests.accesses(number));
    }

    @GetMapping("/privacy/requests/{number}/export.json")
    ResponseEntity<byte[]> json(@PathVariable String number, Principal user) throws JsonProcessingException {
        PersonDesk.Export export = export(number, user);
        return file(
                number + ".json",
                MediaType.APPLICATION_JSON,
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(export));
    }

    /** @param lang the person's; the reader's otherwise */
    @GetMapping("/privacy/requests/{number}/export.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String number, @RequestParam(defaultValue = "") String lang, Principal user, Locale reader) {
        Locale locale = LANGUAGES.contains(lang) ? Locale.forLanguageTag(lang) : reader;
        return file(
                number + ".pdf", MediaType.APPLICATION_PDF, printer.print(export(number, user), locale.getLanguage()));
    }

    private PersonDesk.Export export(String number, Principal user) {
        if (!known(number).isIdentified()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return persons.export(number, user.getName());
    }

    private DataRequest known(String number) {
        return requests.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(content);
    }
}
