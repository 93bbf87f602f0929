package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.change.ChangeProcess;
import be.belnet.orderdesk.desk.ApiStarts.Started;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Starts changes for machines: {@code openapi.json} describes it. Refusals are answered by {@link ApiProblems}. */
@RestController
class ChangesApi {
    private final ApiStarts starts;
    private final ChangeProcess process;
    private final OrderResources resources;

    ChangesApi(ApiStarts starts, ChangeProcess process, OrderResources resources) {
        this.starts = starts;
        this.process = process;
        this.resources = resources;
    }

    @PostMapping("/api/changes")
    ResponseEntity<OrderResource> start(
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Map<String, Object> body,
            Principal user,
            Locale locale) {
        if (body.containsKey("formToken")) {
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.unknownField", "formToken")));
        }
        Started started = starts.start("change", user.getName(), IdempotencyKey.read(key), body, process::start);
        OrderResource order = resources.of(started.order(), locale);
        return started.isNew()
                ? ResponseEntity.created(URI.create("/api/orders/" + order.number()))
                        .body(order)
                : ResponseEntity.ok(order);
    }
}
