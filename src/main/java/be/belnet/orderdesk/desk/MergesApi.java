package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.customer.Merge;
import be.belnet.orderdesk.customer.MergeFinding;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Merging customers for machines: {@code openapi.json} describes it. Refusals are answered by {@link ApiProblems}. */
@RestController
class MergesApi {
    private static final String PATH = "/api/customers/merges";

    private final MergeDesk desk;
    private final MergeViews views;

    MergesApi(MergeDesk desk, MergeViews views) {
        this.desk = desk;
        this.views = views;
    }

    /**
     * @param code names a conflict when it is accepted
     * @param text in the caller's language
     */
    record FindingResource(String kind, String what, List<String> names, String code, String text) {}

    record MergeResource(
            long id,
            String leaving,
            String leavingName,
            String remaining,
            String state,
            Set<String> accepted,
            String reason,
            String proposedBy,
            Instant proposedAt,
            String decidedBy,
            Instant decidedAt,
            String decisionReason) {}

    @GetMapping(PATH + "/preview")
    List<FindingResource> preview(
            @RequestParam(defaultValue = "") String leaving,
            @RequestParam(defaultValue = "") String remaining,
            Locale locale) {
        return desk.foresee(leaving, remaining).stream()
                .map(finding -> new FindingResource(
                        MergeViews.kind(finding),
                        finding.what(),
                        finding.names(),
                        finding.kind() == MergeFinding.Kind.CONFLICT ? finding.code() : null,
                        views.words(finding, locale)))
                .toList();
    }

    @GetMapping(PATH)
    List<MergeResource> latest() {
        return desk.latest().stream().map(MergesApi::resource).toList();
    }

    @GetMapping(PATH + "/{id}")
    MergeResource merge(@PathVariable long id) {
        return resource(desk.get(id));
    }

    /** The same two again are the same merge, as long as nobody has decided. */
    @PostMapping(PATH)
    ResponseEntity<MergeResource> propose(@RequestBody Map<String, Object> body, Principal user) {
        Merge merge = desk.propose(
                body.get("leaving"),
                body.get("remaining"),
                codes(body.get("accepted")),
                body.get("reason"),
                user.getName());
        return ResponseEntity.created(URI.create(PATH + "/" + merge.id())).body(resource(merge));
    }

    @PostMapping(PATH + "/{id}/approval")
    MergeResource approve(@PathVariable long id, Principal user) {
        return resource(desk.approve(id, user.getName()));
    }

    @PostMapping(PATH + "/{id}/rejection")
    MergeResource reject(@PathVariable long id, @RequestBody Map<String, Object> body, Principal user) {
        return resource(desk.reject(id, user.getName(), body.get("reason")));
    }

    private static Set<String> codes(Object given) {
        if (given == null) {
            return Set.of();
        }
        if (given instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).collect(Collectors.toSet());
        }
        throw new AnswersRefusedException("accepted", "form.error.notAnOption");
    }

    private static MergeResource resource(Merge merge) {
        return new MergeResource(
                merge.id(),
                merge.from(),
                merge.fromName(),
                merge.into(),
                merge.state().code(),
                new TreeSet<>(merge.accepted()),
                merge.reason(),
                merge.proposedBy(),
                merge.proposedAt(),
                merge.decidedBy(),
                merge.decidedAt(),
                merge.decisionReason());
    }
}
