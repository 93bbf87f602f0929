package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.contract.TaskScan;
import be.belnet.orderdesk.contract.TaskScans;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.pdf.PdfPages;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormProblems;
import be.belnet.orderdesk.workflow.FormProblems.Problem;
import be.belnet.orderdesk.workflow.TaskAccess;
import be.belnet.orderdesk.workflow.TaskAccess.Accessible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The scan beside a task's form: taken, drawn page by page, replaced and taken away, by whoever may work on the task. */
@RestController
class TaskScanApi {
    private static final int PAGES_SHOWN = 3;
    private static final List<String> WORDS = List.of("choose", "other", "remove", "drop", "reading", "undrawn");

    private final TaskAccess access;
    private final TaskScans scans;
    private final ScanUploads uploads;
    private final OrderDocuments documents;
    private final FormProblems problems;
    private final Wording wording;

    TaskScanApi(
            TaskAccess access,
            TaskScans scans,
            ScanUploads uploads,
            OrderDocuments documents,
            FormProblems problems,
            Wording wording) {
        this.access = access;
        this.scans = scans;
        this.uploads = uploads;
        this.documents = documents;
        this.problems = problems;
        this.wording = wording;
    }

    /**
     * What Tasklist shows beside the form.
     *
     * @param title what the scan is of
     * @param line where it is and whose; null where there is none
     * @param waits whether it goes into the order file with the answers
     * @param more how many pages are not shown, in words; null where all are
     */
    record Shown(String title, String line, boolean waits, List<Page> pages, String more, Map<String, String> words) {}

    /** @param name for those who do not see it */
    record Page(String address, String name) {}

    /** @param problems a sentence each */
    record Refused(List<String> problems) {}

    @GetMapping("/desk/scans/{taskId}")
    Shown scan(@PathVariable String taskId, Principal user, Locale locale) {
        return shown(workable(taskId, user), user, locale);
    }

    @PostMapping("/desk/scans/{taskId}")
    Shown take(
            @PathVariable String taskId,
            @RequestParam(required = false) MultipartFile file,
            Principal user,
            Locale locale) {
        Accessible task = workable(taskId, user);
        if (!uploads.put(task, kind(task), file, user.getName())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return shown(task, user, locale);
    }

    @DeleteMapping("/desk/scans/{taskId}")
    Shown remove(@PathVariable String taskId, Principal user, Locale locale) {
        Accessible task = workable(taskId, user);
        scans.remove(taskId);
        return shown(task, user, locale);
    }

    /** @param of hash of the scan, which makes the address another one with each */
    @GetMapping("/desk/scans/{taskId}/pages/{page}")
    ResponseEntity<byte[]> page(
            @PathVariable String taskId, @PathVariable int page, @RequestParam String of, Principal user) {
        byte[] pdf = content(workable(taskId, user), of).orElseThrow(TaskScanApi::missing);
        byte[] png = PdfPages.png(pdf, page).orElseThrow(TaskScanApi::missing);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .body(png);
    }

    /** As JSON even to whoever asked for something else. */
    @ExceptionHandler
    ResponseEntity<Refused> refused(AnswersRefusedException refused) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Refused(
                        problems.of(refused).stream().map(Problem::message).toList()));
    }

    /** Larger than any upload may be. */
    @ExceptionHandler
    ResponseEntity<Refused> tooLarge(MaxUploadSizeExceededException large) {
        return refused(new AnswersRefusedException("file", ScanUploads.TOO_LARGE));
    }

    private Accessible workable(String taskId, Principal user) {
        return access.workable(taskId, user.getName())
                .filter(task -> task.scan() != null)
                .orElseThrow(TaskScanApi::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ScanKind kind(Accessible task) {
        return ScanKind.of(task.scan()).orElseThrow();
    }

    private Optional<byte[]> content(Accessible task, String sha256) {
        return scans.find(task.id())
                .filter(scan -> scan.sha256().equals(sha256))
                .flatMap(scan -> scans.content(task.id()))
                .or(() -> kept(task)
                        .filter(document -> document.sha256().equals(sha256))
                        .map(documents::content));
    }

    /** The latest of its kind that is in the order file already. */
    private Optional<Document> kept(Accessible task) {
        return documents.of(task.order()).stream()
                .filter(document -> document.kind().equals(task.scan()))
                .reduce((earlier, later) -> later);
    }

    private Shown shown(Accessible task, Principal user, Locale locale) {
        String title = wording.value("document." + task.scan(), locale);
        Map<String, String> words = WORDS.stream()
                .collect(Collectors.toMap(Function.identity(), word -> wording.value("taskScan." + word, locale)));
        return scans.find(task.id())
                .map(scan ->
                        shown(title, line(scan, user, locale), true, task, scan.sha256(), scan.pages(), words, locale))
                .or(() -> kept(task)
                        .map(document -> shown(
                                title,
                                wording.value("taskScan.kept", locale, document.fileName()),
                                false,
                                task,
                                document.sha256(),
                                count(document),
                                words,
                                locale)))
                .orElseGet(() -> new Shown(title, null, false, List.of(), null, words));
    }

    private Shown shown(
            String title,
            String line,
            boolean waits,
            Accessible task,
            String sha256,
            int count,
            Map<String, String> words,
            Locale locale) {
        List<Page> pages = IntStream.rangeClosed(1, Math.min(PAGES_SHOWN, count))
                .mapToObj(page -> new Page(
                        "/desk/scans/%s/pages/%d?of=%s".formatted(task.id(), page, sha256),
                        wording.value("taskScan.page", locale, page, count)))
                .toList();
        String more = count > PAGES_SHOWN ? wording.value("taskScan.more", locale, count - PAGES_SHOWN) : null;
        return new Shown(title, line, waits, pages, more, words);
    }

    private String line(TaskScan scan, Principal user, Locale locale) {
        String moment = wording.moment(scan.addedAt(), locale);
        return scan.addedBy().equals(user.getName())
                ? wording.value("taskScan.waits.own", locale, moment)
                : wording.value("taskScan.waits", locale, wording.person(scan.addedBy()), moment);
    }

    private int count(Document document) {
        try {
            return PdfPages.count(documents.content(document));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
