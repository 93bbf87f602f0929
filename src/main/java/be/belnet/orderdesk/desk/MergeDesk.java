package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.audit.DecisionKind;
import be.belnet.orderdesk.audit.Decisions;
import be.belnet.orderdesk.audit.NewDecision;
import be.belnet.orderdesk.customer.CustomerMerges;
import be.belnet.orderdesk.customer.Merge;
import be.belnet.orderdesk.customer.MergeFinding;
import be.belnet.orderdesk.customer.MergeRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Merging customers, with refusals as answers of a form. */
@Service
class MergeDesk {
    private final CustomerMerges merges;
    private final Caller caller;
    private final Decisions decisions;

    MergeDesk(CustomerMerges merges, Caller caller, Decisions decisions) {
        this.merges = merges;
        this.caller = caller;
        this.decisions = decisions;
    }

    /** @throws AnswersRefusedException when one is unknown, or both are the same */
    List<MergeFinding> foresee(String from, String into) {
        return refusing(() -> merges.foresee(acronym("leaving", from), acronym("remaining", into)));
    }

    /** @throws AnswersRefusedException when it could not be carried out now */
    Merge propose(Object from, Object into, Set<String> accepted, Object reason, String userId) {
        String goes = acronym("leaving", from);
        String remains = acronym("remaining", into);
        String why = FreeText.reason(reason);
        return refusing(() -> merges.propose(goes, remains, accepted, why, userId));
    }

    @Transactional
    Merge approve(long id, String userId) {
        get(id);
        Merge approved = refusing(() -> merges.approve(id, userId));
        note("mergeApproved", approved, userId, Map.of());
        return approved;
    }

    /** @throws AccessDeniedException when it is another's proposal, and the person does not decide on those */
    @Transactional
    Merge reject(long id, String userId, Object reason) {
        if (!get(id).proposedBy().equals(userId) && !mayDecide(userId)) {
            throw new AccessDeniedException("not a manager");
        }
        String why = FreeText.reason(reason);
        Merge rejected = refusing(() -> merges.reject(id, userId, why));
        note("mergeRejected", rejected, userId, Map.of("reason", why));
        return rejected;
    }

    private void note(String act, Merge merge, String userId, Map<String, String> words) {
        Map<String, String> facts = Map.of("leaving", merge.from(), "remaining", merge.into());
        decisions.note(new NewDecision(userId, DecisionKind.APPROVAL, act, "MERGE-" + merge.id(), facts, words));
    }

    boolean mayDecide(String userId) {
        return caller.mayDecide(userId);
    }

    /** @throws ResponseStatusException not found, when there is none */
    Merge get(long id) {
        return merges.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    List<Merge> latest() {
        return merges.latest();
    }

    private static String acronym(String field, Object given) {
        if (!(given instanceof String acronym) || acronym.isBlank()) {
            throw new AnswersRefusedException(field, "form.error.required");
        }
        return acronym.strip();
    }

    private static <T> T refusing(Supplier<T> act) {
        try {
            return act.get();
        } catch (MergeRefusedException refused) {
            Object[] detail = Stream.ofNullable(refused.detail()).toArray();
            throw new AnswersRefusedException(List.of(new Refusal(refused.field(), refused.messageKey(), detail)));
        }
    }
}
