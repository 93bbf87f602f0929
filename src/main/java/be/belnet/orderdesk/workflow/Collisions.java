package be.belnet.orderdesk.workflow;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Failures that say no more than that two did something at the same moment, and this one was the later: found by the
 * engine's row versions, or by the database, which ends one of two that wait for each other. Nothing of it was done.
 */
public final class Collisions {
    private static final Set<Integer> CODES =
            Set.of(BuiltinExceptionCode.OPTIMISTIC_LOCKING.getCode(), BuiltinExceptionCode.DEADLOCK.getCode());

    /** Simple names of those that are known by name alone, as the engine's REST API tells them. */
    private static final Pattern NAMES =
            Pattern.compile("(Optimistic|Pessimistic)Locking\\w*|CannotAcquireLock\\w*|DeadlockLoser\\w*");

    private Collisions() {}

    /** Whether the failure is one, or has one for a cause. */
    public static boolean isOne(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(Collisions::says);
    }

    /** As {@link #isOne(Throwable)}, of a failure that the engine's REST API answers with. */
    static boolean isOne(String type, int code) {
        return CODES.contains(code) || NAMES.matcher(type).matches();
    }

    private static boolean says(Throwable failure) {
        return failure instanceof ConcurrencyFailureException
                || failure instanceof OptimisticLockingException
                || failure instanceof ProcessEngineException told && CODES.contains(told.getCode());
    }
}
