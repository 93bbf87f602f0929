package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.subscription.ImportReport;
import be.belnet.orderdesk.subscription.SubscriptionImport;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Takes over the installed base from a file, and tells what came of it. */
@Controller
class SubscriptionImportPages {
    private static final String PAGE = "/subscriptions/import";

    private final SubscriptionImport subscriptions;
    private final ImportWords words;
    private final Wording wording;

    SubscriptionImportPages(SubscriptionImport subscriptions, ImportWords words, Wording wording) {
        this.subscriptions = subscriptions;
        this.words = words;
        this.wording = wording;
    }

    @GetMapping(PAGE)
    ModelAndView page(Locale locale) {
        return new ModelAndView("subscriptions/import")
                .addObject("area", "subscriptions")
                .addObject("columns", String.join(", ", SubscriptionImport.columns()))
                .addObject(
                        "imports",
                        subscriptions.latest().stream()
                                .map(report -> summary(report, locale))
                                .toList());
    }

    @PostMapping(PAGE)
    ModelAndView run(@RequestParam("file") MultipartFile file, Principal user, Locale locale) throws IOException {
        if (file.isEmpty()) {
            ModelAndView again = page(locale).addObject("problem", "subscription.import.noFile");
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again;
        }
        ImportReport report = subscriptions.run(file.getBytes(), user.getName());
        return new ModelAndView("redirect:" + PAGE + "/" + report.id());
    }

    @GetMapping(PAGE + "/{id:\\d{1,18}}")
    ModelAndView report(@PathVariable long id, Locale locale) {
        ImportReport report =
                subscriptions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Line> lines = report.refusals().stream()
                .map(refusal -> new Line(
                        refusal.line() == 0 ? "–" : Long.toString(refusal.line()),
                        refusal.field(),
                        words.of(refusal, locale)))
                .toList();
        return new ModelAndView("subscriptions/report")
                .addObject("area", "subscriptions")
                .addObject("report", summary(report, locale))
                .addObject("lines", lines);
    }

    private Summary summary(ImportReport report, Locale locale) {
        return new Summary(
                report.id(),
                wording.person(report.importedBy()),
                wording.moment(report.importedAt(), locale),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.refused(),
                report.changedNothing());
    }

    /** What came of an import, in the reader's words. */
    record Summary(
            long id,
            String by,
            String at,
            int created,
            int updated,
            int unchanged,
            int refused,
            boolean changedNothing) {}

    /** A line that was refused. */
    record Line(String number, String field, String why) {}
}
