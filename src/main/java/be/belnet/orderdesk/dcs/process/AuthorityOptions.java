package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.TaskForm.Option;
import java.util.List;
import java.util.Map;

/** CAs as the choices of a form. */
final class AuthorityOptions {

    private AuthorityOptions() {}

    /** For a move from {@code formerAuthority} to {@code authority}. */
    static Map<String, List<Option>> of(Authorities authorities) {
        return Map.of("formerAuthority", named(authorities, authorities.former()), "authority", all(authorities));
    }

    static List<Option> all(Authorities authorities) {
        return named(authorities, authorities.all());
    }

    /** @throws AnswersRefusedException when the move leads to where it begins */
    static void requireTwo(Answers answers) {
        if (answers.text("authority").equals(answers.text("formerAuthority"))) {
            throw new AnswersRefusedException("authority", "form.error.sameAuthority");
        }
    }

    private static List<Option> named(Authorities authorities, List<String> adapters) {
        return adapters.stream()
                .map(adapter -> new Option(adapter, authorities.name(adapter)))
                .toList();
    }
}
