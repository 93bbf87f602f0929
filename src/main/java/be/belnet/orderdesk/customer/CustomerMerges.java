package be.belnet.orderdesk.customer;

import be.belnet.orderdesk.customer.MergeFinding.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two customers one. There is no way back, so one person proposes it and another decides; what then moves, moves in
 * one transaction. Deciding the same again changes nothing.
 */
@Service
@Transactional(noRollbackFor = MergeRefusedException.class)
public class CustomerMerges {
    private final CustomerRegister register;
    private final RegisterMerge registerMerge;
    private final MergeRows rows;
    private final List<MergePart> parts;

    CustomerMerges(CustomerRegister register, RegisterMerge registerMerge, MergeRows rows, List<MergePart> parts) {
        this.register = register;
        this.registerMerge = registerMerge;
        this.rows = rows;
        this.parts = parts;
    }

    /**
     * What merging them now would do.
     *
     * @throws MergeRefusedException when one is unknown, or both are the same
     */
    @Transactional(readOnly = true, noRollbackFor = MergeRefusedException.class)
    public List<MergeFinding> foresee(String from, String into) {
        return foresee(pair(from, into));
    }

    /**
     * Has somebody else decide; what is proposed already is returned as it is.
     *
     * @param accepted codes of conflicts
     * @throws MergeRefusedException when it could not be carried out now, or the one that goes is to go elsewhere
     */
    public Merge propose(String from, String into, Set<String> accepted, String reason, String userId) {
        MergePair pair = pair(from, into);
        Optional<Merge> open = rows.open(pair.from().acronym());
        if (open.isPresent()) {
            return sameAs(open.get(), pair);
        }
        refuseUnlessPossible(pair, accepted);
        try {
            return get(rows.insert(pair, accepted, reason, userId));
        } catch (DuplicateKeyException proposedMeanwhile) {
            throw new MergeRefusedException(
                    "leaving", "merge.refused.proposed", pair.from().acronym());
        }
    }

    /**
     * Carries it out; doing it again changes nothing.
     *
     * @throws MergeRefusedException when it is decided otherwise, is the person's own, or is not possible any more
     */
    public Merge approve(long id, String userId) {
        Merge merge = locked(id);
        if (merge.state() == MergeState.MERGED) {
            return merge;
        }
        requireOpen(merge);
        if (merge.proposedBy().equals(userId)) {
            throw new MergeRefusedException(null, "merge.refused.own", null);
        }
        registerMerge.lock(pair(merge.from(), merge.into()));
        MergePair pair = pair(merge.from(), merge.into());
        refuseUnlessPossible(pair, merge.accepted());
        parts.forEach(part -> part.move(pair));
        registerMerge.move(pair, id);
        rows.decide(id, MergeState.MERGED, userId, null);
        return get(id);
    }

    /** Leaves the two as they are; by who proposed it a withdrawal. Doing it again changes nothing. */
    public Merge reject(long id, String userId, String reason) {
        Merge merge = locked(id);
        if (merge.state() != MergeState.REJECTED && merge.state() != MergeState.WITHDRAWN) {
            requireOpen(merge);
            MergeState state = merge.proposedBy().equals(userId) ? MergeState.WITHDRAWN : MergeState.REJECTED;
            rows.decide(id, state, userId, reason);
        }
        return get(id);
    }

    @Transactional(readOnly = true)
    public Optional<Merge> find(long id) {
        return rows.find(id);
    }

    /** Newest first, at most 50. */
    @Transactional(readOnly = true)
    public List<Merge> latest() {
        return rows.latest();
    }

    private Merge get(long id) {
        return rows.find(id).orElseThrow();
    }

    private Merge locked(long id) {
        return rows.lock(id).orElseThrow(() -> new MergeRefusedException(null, "merge.refused.unknown", null));
    }

    private MergePair pair(String from, String into) {
        Organisation goes = known("leaving", from);
        Organisation remains = known("remaining", into);
        if (goes.acronym().equals(remains.acronym())) {
            throw new MergeRefusedException("remaining", "merge.refused.same", remains.acronym());
        }
        return new MergePair(goes, remains, register.acronyms(goes.acronym()), register.acronyms(remains.acronym()));
    }

    private Organisation known(String field, String acronym) {
        return register.find(acronym)
                .orElseThrow(() -> new MergeRefusedException(field, "merge.refused.unknownCustomer", acronym));
    }

    private List<MergeFinding> foresee(MergePair pair) {
        return Stream.concat(
                        registerMerge.foresee(pair).stream(),
                        parts.stream().flatMap(part -> part.foresee(pair).stream()))
                .toList();
    }

    private void refuseUnlessPossible(MergePair pair, Set<String> accepted) {
        List<MergeFinding> found = foresee(pair);
        if (found.stream().anyMatch(finding -> finding.kind() == Kind.OBSTACLE)) {
            throw new MergeRefusedException(null, "merge.refused.obstacle", null);
        }
        Set<String> conflicts = found.stream()
                .filter(finding -> finding.kind() == Kind.CONFLICT)
                .map(MergeFinding::code)
                .collect(Collectors.toSet());
        if (!accepted.containsAll(conflicts)) {
            throw new MergeRefusedException("accepted", "merge.refused.conflict", null);
        }
    }

    private static Merge sameAs(Merge open, MergePair pair) {
        if (!CustomerRegister.key(open.into())
                .equals(CustomerRegister.key(pair.into().acronym()))) {
            throw new MergeRefusedException("leaving", "merge.refused.proposed", open.from());
        }
        return open;
    }

    private static void requireOpen(Merge merge) {
        if (merge.state() != MergeState.PROPOSED) {
            throw new MergeRefusedException(null, "merge.refused.decided", null);
        }
    }
}
