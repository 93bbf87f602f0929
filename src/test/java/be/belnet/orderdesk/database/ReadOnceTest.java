package be.belnet.orderdesk.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class ReadOnceTest {
    /** What is remembered, and personal data that are erased by the name of their table. */
    private static final Pattern WRITTEN =
            Pattern.compile("(update|insert into|delete from|Texts\\.of\\(\") ?(service_order|"
                    + "bams_order|bams_mail_domain|contract|customer_organisation|customer_contact|customer_former_acronym|"
                    + "customer_mail_domain)\\b");

    private final JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:once;DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcClient jdbc = JdbcClient.create((DataSource) pool);
    private final ReadOnce<Integer, String> words = new ReadOnce<>();
    private int reads;

    @BeforeEach
    void write() {
        jdbc.sql("create table words (id int primary key, word varchar(20))").update();
        jdbc.sql("insert into words values (1, 'one'), (2, 'two')").update();
    }

    @AfterEach
    void close() {
        jdbc.sql("drop all objects").update();
        pool.dispose();
    }

    @Test
    void aRowIsReadOnceInATransaction() {
        within(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            assertThat(List.of(word(1), word(2), word(1), word(2))).containsExactly("one", "two", "one", "two");
        });

        assertThat(reads).isEqualTo(2);
    }

    @Test
    void whatIsWrittenIsReadAnew() {
        within(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            word(1);
            word(2);
            put(1, "uno");
            assertThat(word(1)).isEqualTo("uno");
            assertThat(word(2)).isEqualTo("two");
            words.forgetAll();
            assertThat(word(2)).isEqualTo("two");
        });

        assertThat(reads).isEqualTo(4);
    }

    @Test
    void withoutATransactionNothingIsRemembered() {
        word(1);
        put(1, "uno");

        assertThat(word(1)).isEqualTo("uno");
    }

    @Test
    void nothingOutlivesItsTransaction() {
        within(TransactionDefinition.PROPAGATION_REQUIRED, () -> word(1));
        jdbc.sql("update words set word = 'uno'").update();

        within(TransactionDefinition.PROPAGATION_REQUIRED, () -> assertThat(word(1))
                .isEqualTo("uno"));
    }

    @Test
    void whatIsRolledBackIsNotRemembered() {
        new TransactionTemplate(new DataSourceTransactionManager(pool)).executeWithoutResult(open -> {
            put(1, "uno");
            assertThat(word(1)).isEqualTo("uno");
            open.setRollbackOnly();
        });

        within(TransactionDefinition.PROPAGATION_REQUIRED, () -> assertThat(word(1))
                .isEqualTo("one"));
    }

    @Test
    void whatIsRolledBackToASavePointIsReadAnew() {
        within(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            var nested = new TransactionTemplate(new DataSourceTransactionManager(pool));
            nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
            nested.executeWithoutResult(open -> {
                put(1, "uno");
                word(1);
                open.setRollbackOnly();
            });
            assertThat(word(1)).isEqualTo("one");
        });
    }

    @Test
    void aTransactionWithinAnotherHasAMemoryOfItsOwn() {
        within(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            word(1);
            within(TransactionDefinition.PROPAGATION_REQUIRES_NEW, () -> {
                put(1, "uno");
                assertThat(word(1)).isEqualTo("uno");
            });
            assertThat(word(1)).isEqualTo("one");
            words.forget(1);
            assertThat(word(1)).isEqualTo("uno");
        });
    }

    @Test
    void whoeverWritesARememberedTableForgets() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/be/belnet/orderdesk"))) {
            List<Path> writers = sources.filter(Files::isRegularFile)
                    .filter(source -> WRITTEN.matcher(read(source)).find())
                    .toList();

            assertThat(writers).hasSizeGreaterThan(8).allSatisfy(source -> assertThat(read(source))
                    .containsAnyOf("READ.forget", "forgetRead()"));
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void within(int propagation, Runnable work) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        transaction.setPropagationBehavior(propagation);
        transaction.executeWithoutResult(open -> work.run());
    }

    private String word(int id) {
        return words.get(id, key -> {
            reads++;
            return jdbc.sql("select word from words where id = ?")
                    .param(key)
                    .query(String.class)
                    .single();
        });
    }

    private void put(int id, String word) {
        words.forget(id);
        jdbc.sql("update words set word = ? where id = ?").params(word, id).update();
    }
}
