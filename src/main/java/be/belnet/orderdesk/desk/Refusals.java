package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gathers why values make no sense, so that all of them are named at once. */
final class Refusals {
    private final List<Refusal> found = new ArrayList<>();

    /** Null where the value is refused. */
    <T> T read(Supplier<T> value) {
        try {
            return value.get();
        } catch (AnswersRefusedException refused) {
            found.addAll(refused.refusals());
            return null;
        }
    }

    /** @throws AnswersRefusedException naming each value that was refused */
    void tell() {
        if (!found.isEmpty()) {
            throw new AnswersRefusedException(found);
        }
    }
}
