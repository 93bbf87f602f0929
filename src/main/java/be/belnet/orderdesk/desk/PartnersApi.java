package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.partner.PartnerPause;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Partners for machines: {@code openapi.json} describes it. Refusals are answered by {@link ApiProblems}. */
@RestController
class PartnersApi {
    private final PartnerDesk desk;

    PartnersApi(PartnerDesk desk) {
        this.desk = desk;
    }

    /** @param pausedUntil null while it is not paused */
    record PartnerResource(String name, Instant pausedUntil, String reason, long failedSteps) {}

    @GetMapping("/api/partners")
    List<PartnerResource> partners() {
        return desk.names().stream().map(this::resource).toList();
    }

    @PutMapping("/api/partners/{name}/pause")
    PartnerResource pause(@PathVariable String name, @RequestBody Map<String, Object> body, Principal user) {
        desk.pause(user.getName(), name, new PauseRequest(body.get("until"), body.get("reason")));
        return resource(name);
    }

    @DeleteMapping("/api/partners/{name}/pause")
    PartnerResource resume(@PathVariable String name) {
        desk.resume(name);
        return resource(name);
    }

    private PartnerResource resource(String name) {
        PartnerPause pause = desk.pauses().stream()
                .filter(one -> one.partner().equals(name))
                .findFirst()
                .orElse(null);
        long failed = desk.failed().values().stream()
                .flatMap(List::stream)
                .filter(step -> name.equals(step.partner()))
                .count();
        return new PartnerResource(
                name, pause == null ? null : pause.until(), pause == null ? null : pause.reason(), failed);
    }
}
