package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.feedback.FeedbackLine;
import be.belnet.orderdesk.feedback.FeedbackPage;
import be.belnet.orderdesk.feedback.Feedbacks;
import be.belnet.orderdesk.feedback.Usefulness;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What customers say, for machines: {@code openapi.json} describes it. Refusals are answered by {@link ApiProblems}. */
@RestController
class FeedbackApi {
    private final Feedbacks feedbacks;

    FeedbackApi(Feedbacks feedbacks) {
        this.feedbacks = feedbacks;
    }

    /**
     * @param customer acronym; null when it was never known
     * @param useful yes, partly or no
     * @param remark null for none
     */
    record AnswerResource(
            String order,
            String service,
            String kind,
            String customer,
            String useful,
            String remark,
            Instant answeredAt) {}

    /**
     * @param counts of all that was found, by answer
     * @param page from 0
     */
    record FeedbackResource(List<AnswerResource> answers, Map<String, Long> counts, int page, int pages, long total) {}

    @GetMapping("/api/feedback")
    FeedbackResource feedback(@RequestParam Map<String, String> parameters) {
        FeedbackPage found = feedbacks.find(FeedbackFilter.of(parameters).read());
        return new FeedbackResource(
                found.lines().stream().map(FeedbackApi::resource).toList(),
                counts(found.counts()),
                found.page(),
                found.pages(),
                found.total());
    }

    private static AnswerResource resource(FeedbackLine line) {
        return new AnswerResource(
                line.feedback().orderNumber(),
                line.service(),
                line.kind(),
                line.acronym(),
                line.feedback().useful().code(),
                line.feedback().remark(),
                line.feedback().answeredAt());
    }

    private static Map<String, Long> counts(Map<Usefulness, Long> found) {
        Map<String, Long> counts = new LinkedHashMap<>();
        found.forEach((useful, answers) -> counts.put(useful.code(), answers));
        return counts;
    }
}
