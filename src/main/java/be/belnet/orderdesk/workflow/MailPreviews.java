package be.belnet.orderdesk.workflow;

import java.util.List;
import java.util.Set;

/** The mails to which completing certain forms leads, to be looked at before. */
public interface MailPreviews {
    /** Names of the forms that it knows. */
    Set<String> forms();

    /**
     * As their readers would get them on these answers; nothing is kept.
     *
     * @return none where the answers lead to no mail
     * @throws AnswersRefusedException as completing the form would
     */
    List<ShownMail> of(String form, FormContext context, Answers answers);

    /**
     * A mail as its reader sees it.
     *
     * @param to name and address
     * @param language of the reader: nl, fr, en or de
     */
    record ShownMail(String to, String language, String subject, String html) {}
}
