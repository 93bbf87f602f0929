package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.csv.CsvText;
import be.belnet.orderdesk.feedback.FeedbackLine;
import be.belnet.orderdesk.feedback.FeedbackPage;
import be.belnet.orderdesk.feedback.Feedbacks;
import be.belnet.orderdesk.feedback.Usefulness;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What customers say, for managers: as a page and as a table. */
@Controller
class FeedbackPages {
    private static final List<String> COLUMNS =
            List.of("answeredOn", "order", "service", "kind", "customer", "useful", "remark");

    private final Feedbacks feedbacks;
    private final Wording wording;
    private final RefusedPage refusedPage;

    FeedbackPages(Feedbacks feedbacks, Wording wording, RefusedPage refusedPage) {
        this.feedbacks = feedbacks;
        this.wording = wording;
        this.refusedPage = refusedPage;
    }

    /** One line of the page, in the reader's words. */
    record Line(
            String answeredOn,
            String order,
            String service,
            String kind,
            String customer,
            String code,
            String useful,
            String remark) {}

    /** @param share of all answers found, in percent */
    record Count(String code, String words, long answers, long share) {}

    @GetMapping("/feedback")
    ModelAndView page(@RequestParam Map<String, String> parameters, Locale locale) {
        FeedbackFilter filter = FeedbackFilter.of(parameters);
        try {
            FeedbackPage found = feedbacks.find(filter.read());
            return frame(filter)
                    .addObject("found", found)
                    .addObject("counts", counts(found, locale))
                    .addObject(
                            "lines",
                            found.lines().stream()
                                    .map(line -> line(line, locale))
                                    .toList());
        } catch (AnswersRefusedException refused) {
            return refusedPage.of(frame(filter), refused);
        }
    }

    @GetMapping("/feedback.csv")
    ModelAndView file(@RequestParam Map<String, String> parameters, Locale locale) {
        FeedbackFilter filter = FeedbackFilter.of(parameters);
        try {
            Stream<List<String>> rows = feedbacks.all(filter.read()).stream().map(line -> row(line, locale));
            return new ModelAndView(new CsvView(CsvText.FOR_SPREADSHEETS, "feedback.csv", head(locale), rows));
        } catch (AnswersRefusedException refused) {
            return refusedPage.of(frame(filter), refused);
        }
    }

    private ModelAndView frame(FeedbackFilter filter) {
        return new ModelAndView("feedback/feedback")
                .addObject("area", "feedback")
                .addObject("filter", filter)
                .addObject("services", FeedbackFilter.SERVICES)
                .addObject("file", filter.at("/feedback.csv"));
    }

    private List<Count> counts(FeedbackPage found, Locale locale) {
        return Arrays.stream(Usefulness.values())
                .map(one -> count(one, found, locale))
                .toList();
    }

    private Count count(Usefulness one, FeedbackPage found, Locale locale) {
        long answers = found.counts().get(one);
        long share = Math.round(100.0 * answers / Math.max(1, found.total()));
        return new Count(one.code(), words(one, locale), answers, share);
    }

    private Line line(FeedbackLine line, Locale locale) {
        return new Line(
                wording.day(line.feedback().answeredAt(), locale),
                line.feedback().orderNumber(),
                line.service(),
                wording.value("order.kind." + line.kind(), locale),
                Optional.ofNullable(line.acronym()).orElse("–"),
                line.feedback().useful().code(),
                words(line.feedback().useful(), locale),
                line.feedback().remark());
    }

    private List<String> head(Locale locale) {
        return COLUMNS.stream()
                .map(column -> wording.value("feedback.column." + column, locale))
                .toList();
    }

    private List<String> row(FeedbackLine line, Locale locale) {
        return List.of(
                Wording.isoDay(line.feedback().answeredAt()),
                line.feedback().orderNumber(),
                line.service(),
                wording.value("order.kind." + line.kind(), locale),
                Optional.ofNullable(line.acronym()).orElse(""),
                words(line.feedback().useful(), locale),
                Optional.ofNullable(line.feedback().remark()).orElse(""));
    }

    private String words(Usefulness useful, Locale locale) {
        return wording.value("feedback.useful." + useful.code(), locale);
    }
}
