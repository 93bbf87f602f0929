package be.belnet.orderdesk.customer;

import be.belnet.orderdesk.csv.CsvFile;
import be.belnet.orderdesk.csv.CsvLine;
import be.belnet.orderdesk.csv.LineRefusedException;
import be.belnet.orderdesk.csv.LineRefusedException.Problem;
import be.belnet.orderdesk.customer.RegisterWriter.Change;
import jakarta.annotation.PreDestroy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports the register from two files. Each line has a transaction of its own, so a bad line refuses only itself; the
 * same files again change nothing. Organisations and contacts that a file leaves out stay as they are, and who was given a
 * customer by a hand-over keeps it until a file names somebody else than the file before it did.
 */
@Service
class CustomerImport {
    static final String ORGANISATIONS = "organisations";
    static final String CONTACTS = "contacts";

    private static final Logger LOG = LoggerFactory.getLogger(CustomerImport.class);

    private final RegisterWriter writer;
    private final ImportLog log;
    private final TransactionTemplate transaction;
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "customer-import");
        thread.setDaemon(true);
        return thread;
    });

    CustomerImport(RegisterWriter writer, ImportLog log, TransactionTemplate transaction) {
        this.writer = writer;
        this.log = log;
        this.transaction = transaction;
    }

    /**
     * Starts in the background.
     *
     * @param organisations may be empty when only contacts are imported, and the reverse
     * @return number of the import
     * @throws ImportRunningException when another import runs
     */
    long start(byte[] organisations, byte[] contacts, String user) {
        long id = begin(user);
        background.execute(() -> run(id, organisations, contacts));
        return id;
    }

    /** Like {@link #start}, but returns when all is done. */
    long runNow(byte[] organisations, byte[] contacts, String user) {
        long id = begin(user);
        run(id, organisations, contacts);
        return id;
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }

    private long begin(String user) {
        return transaction.execute(status -> log.begin(user));
    }

    private void run(long id, byte[] organisations, byte[] contacts) {
        boolean failed = true;
        try {
            List<CsvLine> organisationLines = read(id, ORGANISATIONS, organisations, OrganisationLine.COLUMNS);
            List<CsvLine> contactLines = read(id, CONTACTS, contacts, ContactLine.COLUMNS);
            importOrganisations(id, organisationLines);
            importContacts(id, contactLines);
            failed = false;
        } catch (RuntimeException broken) {
            LOG.error("Customer import {} broke off: {}", id, broken.getClass().getName());
        } finally {
            boolean brokeOff = failed;
            inTransaction(() -> log.end(id, brokeOff));
            LOG.info("Customer import {} ended", id);
        }
    }

    private List<CsvLine> read(long id, String file, byte[] content, List<String> columns) {
        if (content.length == 0) {
            return List.of();
        }
        try {
            List<CsvLine> lines = CsvFile.read(content, columns);
            inTransaction(() -> log.expect(id, lines.size()));
            return lines;
        } catch (LineRefusedException refused) {
            inTransaction(() -> log.expect(id, 1));
            inTransaction(() -> log.refused(id, file, 0, refused.problems()));
            return List.of();
        }
    }

    private void importOrganisations(long id, List<CsvLine> lines) {
        Set<String> all = lines.stream()
                .map(line -> CustomerRegister.key(line.cell("acronym")))
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        each(id, ORGANISATIONS, lines, line -> {
            OrganisationLine organisation = OrganisationLine.of(line);
            refuseSecond(seen, CustomerRegister.key(organisation.organisation().acronym()), "acronym");
            return writer.write(organisation, all);
        });
    }

    private void importContacts(long id, List<CsvLine> lines) {
        Set<String> seen = new HashSet<>();
        each(id, CONTACTS, lines, line -> {
            ContactLine contact = ContactLine.of(line);
            refuseSecond(seen, CustomerRegister.key(contact.acronym()) + " " + contact.emailKey(), "email");
            return writer.write(contact);
        });
    }

    private static void refuseSecond(Set<String> seen, String key, String field) {
        if (!seen.add(key)) {
            throw new LineRefusedException(field, "duplicate");
        }
    }

    private void each(long id, String file, List<CsvLine> lines, Function<CsvLine, Change> write) {
        lines.forEach(one(id, file, write));
    }

    private Consumer<CsvLine> one(long id, String file, Function<CsvLine, Change> write) {
        return line -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Orderdesk stops");
            }
            try {
                inTransaction(() -> log.done(id, write.apply(line)));
            } catch (LineRefusedException refused) {
                inTransaction(() -> log.refused(id, file, line.number(), refused.problems()));
            } catch (DataAccessException notStored) {
                var problem = new Problem("file", "notStored", null);
                inTransaction(() -> log.refused(id, file, line.number(), List.of(problem)));
            }
        };
    }

    private void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }
}
