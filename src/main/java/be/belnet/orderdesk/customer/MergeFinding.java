package be.belnet.orderdesk.customer;

import java.util.List;

/**
 * Something a merge does, or that stands in its way.
 *
 * @param what camel case; its words stand under {@code merge.finding.<what>}
 * @param names what it is about, such as numbers of files; for people to read
 */
public record MergeFinding(Kind kind, String what, List<String> names) {
    public MergeFinding {
        names = List.copyOf(names);
    }

    public enum Kind {
        /** Becomes the remaining one's. */
        MOVES,
        STAYS,
        /** Both have it; whoever merges must want both to go on. */
        CONFLICT,
        /** Forbids merging as long as it is so. */
        OBSTACLE
    }

    /** Empty when there is nothing to tell. */
    public static List<MergeFinding> of(Kind kind, String what, List<String> names) {
        return names.isEmpty() ? List.of() : List.of(new MergeFinding(kind, what, names));
    }

    /** Under which a conflict is accepted: the same as long as it is the same things that both have. */
    public String code() {
        return what + "/" + String.join("+", names).replace(' ', '_');
    }
}
