package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.link.SignedTokens;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormCheck;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.FormProblems;
import be.belnet.orderdesk.workflow.FormProblems.Problem;
import be.belnet.orderdesk.workflow.MailPreviews;
import be.belnet.orderdesk.workflow.MailPreviews.ShownMail;
import be.belnet.orderdesk.workflow.StaffLanguage;
import be.belnet.orderdesk.workflow.TaskAccess;
import be.belnet.orderdesk.workflow.TaskAccess.Accessible;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows the mails that completing a task's form as it stands would send; nothing is kept. */
@RestController
class TaskMailApi {
    private static final List<String> WORDS = List.of("title", "show", "hide", "none", "notYet", "to", "subject");

    private final TaskAccess access;
    private final FormCheck check;
    private final List<MailPreviews> previews;
    private final FormProblems problems;
    private final Wording wording;

    TaskMailApi(
            TaskAccess access, FormCheck check, List<MailPreviews> previews, FormProblems problems, Wording wording) {
        this.access = access;
        this.check = check;
        this.previews = List.copyOf(previews);
        this.problems = problems;
        this.wording = wording;
    }

    /**
     * What Tasklist shows.
     *
     * @param mails none where these answers send none
     * @param problems why there is nothing to be seen yet, a sentence each
     * @param words by name
     */
    record Shown(List<Seen> mails, List<String> problems, Map<String, String> words) {}

    /**
     * @param language in the reader's words
     * @param html its links to the customer's pages open none
     */
    record Seen(String to, String language, String subject, String html) {}

    /** What stands around the mail before anybody asks for it. */
    @GetMapping("/desk/mails/{taskId}")
    Shown words(@PathVariable String taskId, Principal user, Locale locale) {
        writing(taskId, user);
        return new Shown(List.of(), List.of(), words(locale));
    }

    /** @param answers as the form has them now */
    @PostMapping("/desk/mails/{taskId}")
    Shown look(@PathVariable String taskId, @RequestBody Map<String, Object> answers, Principal user, Locale locale) {
        Accessible task = writing(taskId, user);
        var context = new FormContext(task.order(), taskId, user.getName(), StaffLanguage.of(locale));
        try {
            List<ShownMail> seen = check.look(task.form(), context, answers, read -> writing(task)
                    .flatMap(one -> one.of(task.form(), context, read).stream())
                    .toList());
            return new Shown(seen.stream().map(mail -> seen(mail, locale)).toList(), List.of(), words(locale));
        } catch (AnswersRefusedException refused) {
            List<String> said =
                    problems.of(refused).stream().map(Problem::message).toList();
            return new Shown(List.of(), said, words(locale));
        }
    }

    private Accessible writing(String taskId, Principal user) {
        return access.workable(taskId, user.getName())
                .filter(found -> writing(found).findAny().isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Stream<MailPreviews> writing(Accessible task) {
        return previews.stream().filter(one -> one.forms().contains(task.form()));
    }

    private Seen seen(ShownMail mail, Locale locale) {
        return new Seen(
                mail.to(),
                wording.value("taskMail.in." + mail.language(), locale),
                mail.subject(),
                SignedTokens.withoutTokens(mail.html()));
    }

    private Map<String, String> words(Locale locale) {
        return WORDS.stream()
                .collect(Collectors.toMap(Function.identity(), word -> wording.value("taskMail." + word, locale)));
    }
}
