package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.desk.ApiStarts.Started;
import be.belnet.orderdesk.desk.OrderResource.DocumentResource;
import be.belnet.orderdesk.desk.OrderResource.EventResource;
import be.belnet.orderdesk.desk.OrderResource.PageResource;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Orders for machines: {@code openapi.json} describes it. Refusals are answered by {@link ApiProblems}. */
@RestController
class OrdersApi {
    private static final Set<String> STATES = Set.of("open", "completed", "rejected", "withdrawn", "cancelled");

    private final OrderDesk desk;
    private final OrderFile orders;
    private final OrderDocuments documents;
    private final ApiStarts starts;
    private final ScanUploads scans;
    private final WaitDesk waits;
    private final OrderNotes notes;
    private final OrderResources resources;
    private final EndDateDesk endDates;

    OrdersApi(
            OrderDesk desk,
            OrderFile orders,
            OrderDocuments documents,
            ApiStarts starts,
            ScanUploads scans,
            WaitDesk waits,
            OrderNotes notes,
            OrderResources resources,
            EndDateDesk endDates) {
        this.desk = desk;
        this.orders = orders;
        this.documents = documents;
        this.starts = starts;
        this.scans = scans;
        this.waits = waits;
        this.notes = notes;
        this.resources = resources;
        this.endDates = endDates;
    }

    @PostMapping("/api/orders")
    ResponseEntity<OrderResource> start(
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Map<String, Object> body,
            Principal user,
            Locale locale) {
        Map<String, Object> answers = new HashMap<>(body);
        String service = service(answers.remove("service"));
        refuseInnards(answers);
        Started started = starts.start(service, user.getName(), IdempotencyKey.read(key), answers);
        OrderResource order = resources.of(started.order(), locale);
        return started.isNew()
                ? ResponseEntity.created(URI.create("/api/orders/" + order.number()))
                        .body(order)
                : ResponseEntity.ok(order);
    }

    @GetMapping("/api/orders")
    PageResource list(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String service,
            @RequestParam(defaultValue = "0") int page) {
        return resources.of(desk.find(q, state(state), blankToNull(service), page));
    }

    @GetMapping("/api/orders/{number}")
    OrderResource order(@PathVariable String number, Locale locale) {
        return resources.of(orders.get(number), locale);
    }

    @GetMapping("/api/orders/{number}/events")
    List<EventResource> events(@PathVariable String number, Locale locale) {
        Order order = orders.get(number);
        return resources.events(order, locale);
    }

    @GetMapping("/api/orders/{number}/documents/{id}")
    ResponseEntity<byte[]> document(@PathVariable String number, @PathVariable long id) {
        return documents
                .find(number, id)
                .map(document -> Downloads.attachment(document, documents.content(document)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/api/orders/{number}/documents")
    ResponseEntity<DocumentResource> addScan(
            @PathVariable String number,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) MultipartFile file) {
        Order order = orders.get(number);
        Document scan = scans.add(order.number(), kind, file);
        return ResponseEntity.created(URI.create("/api/orders/%s/documents/%d".formatted(order.number(), scan.id())))
                .body(OrderResources.document(scan));
    }

    @PostMapping("/api/orders/{number}/withdrawal")
    OrderResource withdraw(@PathVariable String number, @RequestBody Map<String, Object> body, Locale locale) {
        desk.withdraw(number, FreeText.reason(body.get("reason")));
        return resources.of(orders.get(number), locale);
    }

    @PostMapping("/api/orders/{number}/cancellation")
    OrderResource cancel(@PathVariable String number, @RequestBody Map<String, Object> body, Locale locale) {
        desk.cancel(number, FreeText.reason(body.get("reason")));
        return resources.of(orders.get(number), locale);
    }

    @PostMapping("/api/orders/{number}/end-date")
    OrderResource askForEndDate(
            @PathVariable String number, @RequestBody Map<String, Object> body, Principal user, Locale locale) {
        endDates.ask(user.getName(), orders.get(number), body.get("endsOn"), body.get("reason"));
        return resources.of(orders.get(number), locale);
    }

    @PostMapping("/api/orders/{number}/notes")
    ResponseEntity<EventResource> addNote(
            @PathVariable String number, @RequestBody Map<String, Object> body, Locale locale) {
        Order order = orders.get(number);
        String kind = notes.add(number, body.get("kind"), body.get("text"));
        return newest(order, kind, locale);
    }

    @PostMapping("/api/orders/{number}/mails")
    ResponseEntity<EventResource> writeMail(
            @PathVariable String number,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Map<String, Object> body,
            Principal user,
            Locale locale) {
        Order order = orders.get(number);
        UUID token = UUID.nameUUIDFromBytes(
                (user.getName() + "\n" + number + "\n" + IdempotencyKey.read(key)).getBytes(StandardCharsets.UTF_8));
        notes.write(number, token, body.get("to"), body.get("subject"), body.get("text"));
        return newest(order, "mailSent", locale);
    }

    @PostMapping("/api/orders/{number}/tasks/{task}/waiting")
    OrderResource beginWaiting(
            @PathVariable String number,
            @PathVariable String task,
            @RequestBody Map<String, Object> body,
            Principal user,
            Locale locale) {
        var request = new WaitRequest(body.get("for"), body.get("until"), body.get("reason"));
        waits.begin(user.getName(), orders.get(number), task, request);
        return resources.of(orders.get(number), locale);
    }

    @DeleteMapping("/api/orders/{number}/tasks/{task}/waiting")
    OrderResource endWaiting(@PathVariable String number, @PathVariable String task, Principal user, Locale locale) {
        waits.end(user.getName(), orders.get(number), task);
        return resources.of(orders.get(number), locale);
    }

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource description() {
        return new ClassPathResource("openapi.json");
    }

    private ResponseEntity<EventResource> newest(Order order, String kind, Locale locale) {
        return ResponseEntity.status(HttpStatus.CREATED).body(resources.newest(order, kind, locale));
    }

    private String service(Object given) {
        if (!(given instanceof String name) || name.isBlank()) {
            throw new AnswersRefusedException("service", "form.error.required");
        }
        if (!desk.services().contains(name)) {
            throw new AnswersRefusedException("service", "form.error.notAnOption");
        }
        return name;
    }

    /** The token is the form's own business; here the key takes its place. */
    private static void refuseInnards(Map<String, Object> answers) {
        if (answers.containsKey("formToken")) {
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.unknownField", "formToken")));
        }
    }

    private static OrderState state(String state) {
        String asked = blankToNull(state);
        if (asked != null && !STATES.contains(asked)) {
            throw new AnswersRefusedException("state", "form.error.notAnOption");
        }
        return asked == null ? null : OrderState.of(asked);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
