package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.MailPreviews.ShownMail;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees which mails a step writes by doing it in a transaction of its own that is taken back. Only for steps that do nothing
 * outside the database: nothing at a partner, and no effect row, for those are committed at once.
 */
@Component
public class MailRehearsal {
    private final Map<String, TaskForm> forms;
    private final MailWords words;
    private final Correspondence correspondence;
    private final TransactionTemplate apart;

    MailRehearsal(
            List<TaskForm> forms,
            MailWords words,
            Correspondence correspondence,
            PlatformTransactionManager transactions) {
        this.forms = forms.stream().collect(Collectors.toMap(TaskForm::name, Function.identity()));
        this.words = words;
        this.correspondence = correspondence;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * The mails that completing a form leads to, about the file that the form is of.
     *
     * @param next what the steps do that follow at once, on the routing variables that the form gives
     * @throws be.belnet.orderdesk.workflow.AnswersRefusedException as completing the form would
     */
    public List<ShownMail> of(String form, FormContext context, Answers answers, Consumer<Map<String, Object>> next) {
        return of(context.orderNumber(), () -> {
            words.keep(form, context, answers);
            next.accept(forms.get(form).submit(context, answers));
        });
    }

    /** The mails about a file that a step writes, in the order of their writing. */
    public List<ShownMail> of(String order, Runnable step) {
        return apart.execute(transaction -> {
            transaction.setRollbackOnly();
            long before = last(order);
            step.run();
            return correspondence.of(order).stream()
                    .filter(mail -> mail.id() > before)
                    .map(MailRehearsal::shown)
                    .toList();
        });
    }

    private long last(String order) {
        return correspondence.of(order).stream().mapToLong(SentMail::id).max().orElse(0);
    }

    private static ShownMail shown(SentMail mail) {
        return new ShownMail(mail.to().shown(), mail.to().language(), mail.subject(), mail.html());
    }
}
