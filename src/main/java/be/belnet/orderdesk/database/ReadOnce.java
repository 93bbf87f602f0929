package be.belnet.orderdesk.database;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that a transaction reads once, however many of its steps ask for them. Whoever writes or locks such a row forgets it
 * first of all, and the end of the transaction forgets everything. What one transaction remembers no other one sees, not even
 * one that it waits for; without a transaction nothing is remembered.
 *
 * @param <K> by which a row is asked for
 * @param <V> what was found; never changes itself
 */
public final class ReadOnce<K, V> {
    /** What was read before in this transaction, else what {@code read} finds now. */
    public V get(K key, Function<K, V> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read.apply(key);
        }
        Map<K, V> rows = remembered().orElseGet(this::begun).rows;
        V known = rows.get(key);
        if (known == null) {
            known = read.apply(key);
            rows.put(key, known);
        }
        return known;
    }

    /** For whoever writes or locks the row. */
    public void forget(K key) {
        remembered().ifPresent(memory -> memory.rows.remove(key));
    }

    /** For whoever writes or locks rows that it does not name. */
    public void forgetAll() {
        remembered().ifPresent(memory -> memory.rows.clear());
    }

    private Optional<Memory<K, V>> remembered() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? TransactionSynchronizationManager.getSynchronizations().stream()
                        .filter(Memory.class::isInstance)
                        .map(this::own)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    @SuppressWarnings("unchecked") // only what this has begun is its own
    private Optional<Memory<K, V>> own(TransactionSynchronization one) {
        var memory = (Memory<K, V>) one;
        return memory.owner == this ? Optional.of(memory) : Optional.empty();
    }

    private Memory<K, V> begun() {
        var memory = new Memory<>(this);
        TransactionSynchronizationManager.registerSynchronization(memory);
        return memory;
    }

    /** Put aside with its transaction while another one runs within that. */
    private static final class Memory<K, V> implements TransactionSynchronization {
        private final ReadOnce<K, V> owner;
        private final Map<K, V> rows = new HashMap<>();

        private Memory(ReadOnce<K, V> owner) {
            this.owner = owner;
        }

        @Override
        public void savepointRollback(Object savepoint) {
            rows.clear();
        }

        @Override
        public void afterCommit() {
            rows.clear();
        }
    }
}
