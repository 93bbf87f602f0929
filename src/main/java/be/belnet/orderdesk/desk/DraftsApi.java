package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.workflow.TaskAccess;
import be.belnet.orderdesk.workflow.TaskAccess.Accessible;
import be.belnet.orderdesk.workflow.TaskDraft;
import be.belnet.orderdesk.workflow.TaskDrafts;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Where Tasklist keeps what people have typed, for whoever may work on the task; nobody else learns that there is any. */
@RestController
class DraftsApi {
    private static final Pattern EDITION = Pattern.compile("[0-9a-f-]{32,36}");
    private static final List<String> WORDS =
            List.of("discard", "sure", "discardNow", "keepIt", "lost", "theirs", "mine");

    private final TaskAccess access;
    private final TaskDrafts drafts;
    private final Wording wording;

    DraftsApi(TaskAccess access, TaskDrafts drafts, Wording wording) {
        this.access = access;
        this.drafts = drafts;
        this.wording = wording;
    }

    /**
     * A draft to be kept.
     *
     * @param base edition that it takes the place of; null where there was none
     * @param edition its own
     */
    record Sent(String base, String edition, Map<String, Object> answers) {}

    /**
     * What Tasklist says of a draft.
     *
     * @param edition null where there is none
     * @param line whose it is, and since when; null where there is none
     * @param words of the buttons, by name
     */
    record Shown(String edition, String line, Map<String, String> words) {}

    @GetMapping("/desk/drafts/{taskId}")
    Shown draft(@PathVariable String taskId, Principal user, Locale locale) {
        return shown(workable(taskId, user), user, "draft.line", locale);
    }

    @PutMapping("/desk/drafts/{taskId}")
    ResponseEntity<Shown> keep(@PathVariable String taskId, @RequestBody Sent sent, Principal user, Locale locale) {
        if (sent.edition() == null || !EDITION.matcher(sent.edition()).matches() || sent.answers() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Accessible task = workable(taskId, user);
        return switch (drafts.keep(task, sent.answers(), sent.edition(), sent.base(), user.getName())) {
            case KEPT -> ResponseEntity.ok(shown(task, user, "draft.line", locale));
            case OVERTAKEN ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(shown(task, user, "draft.overtaken", locale));
            case ENDED -> ResponseEntity.notFound().build();
        };
    }

    @DeleteMapping("/desk/drafts/{taskId}")
    ResponseEntity<Shown> discard(
            @PathVariable String taskId, @RequestParam String edition, Principal user, Locale locale) {
        Accessible task = workable(taskId, user);
        return drafts.discard(taskId, edition)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(HttpStatus.CONFLICT).body(shown(task, user, "draft.overtaken", locale));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    void unfit(IllegalArgumentException answers) {
        // its message may quote what was typed
    }

    private Accessible workable(String taskId, Principal user) {
        return access.workable(taskId, user.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Shown shown(Accessible task, Principal user, String key, Locale locale) {
        Map<String, String> words = WORDS.stream()
                .collect(Collectors.toMap(Function.identity(), word -> wording.value("draft." + word, locale)));
        return drafts.find(task.id())
                .map(draft -> new Shown(draft.edition(), line(draft, user, key, locale), words))
                .orElseGet(() -> new Shown(null, null, words));
    }

    private String line(TaskDraft draft, Principal user, String key, Locale locale) {
        String moment = wording.moment(draft.savedAt(), locale);
        return draft.author().equals(user.getName())
                ? wording.value(key + ".own", locale, moment)
                : wording.value(key, locale, wording.person(draft.author()), moment);
    }
}
