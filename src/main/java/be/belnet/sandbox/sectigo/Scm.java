package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.world.WorldPart;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Certificate Manager as a whole. Time passes when somebody looks: each access first lets happen what is due by now. One
 * access at a time, each in its own transaction.
 */
class Scm implements WorldPart {

    private static final List<String> CHILDREN_FIRST = List.of(
            "sectigo_certificate",
            "sectigo_delegation",
            "sectigo_domain",
            "sectigo_credential",
            "sectigo_administrator");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Organisations organisations;
    private final Validations validations;
    private final Certificates certificates;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Scm(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Organisations organisations,
            Validations validations,
            Certificates certificates) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.organisations = organisations;
        this.validations = validations;
        this.certificates = certificates;
    }

    <T> T now(Supplier<T> access) {
        oneAtATime.lock();
        try {
            return transaction.execute(status -> {
                var now = Instant.now();
                organisations.letTimePass(now);
                validations.letTimePass(now);
                certificates.letTimePass(now);
                return access.get();
            });
        } finally {
            oneAtATime.unlock();
        }
    }

    void run(Runnable access) {
        now(() -> {
            access.run();
            return null;
        });
    }

    /** Status 201 without a body. @param path below the root of the API, ending in the new id */
    static ResponseEntity<Void> created(String path) {
        return ResponseEntity.created(ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/sectigo/api" + path)
                        .build()
                        .toUri())
                .build();
    }

    /** The authority and its key stay. */
    @Override
    public void startAgain() {
        CHILDREN_FIRST.forEach(table -> jdbc.sql("delete from " + table).update());
        jdbc.sql("update sectigo_organisation set parent_id = null").update();
        jdbc.sql("delete from sectigo_organisation").update();
        validations.startAgain();
    }
}
