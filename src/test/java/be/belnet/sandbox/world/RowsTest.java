package be.belnet.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RowsTest {
    private static final String SELECT = "select 7 as size_in_gib, 'small' as flavor, true as in_use, null as gone_at,"
            + " timestamp with time zone '2026-11-26 12:00:00+01' as created_at";

    @TempDir
    Path folder;

    record Disk(int sizeInGib, Flavor flavor, boolean inUse, Instant goneAt, Instant createdAt) {}

    enum Flavor {
        small
    }

    @Test
    void columnsBecomeComponentsWithoutAnErrorInTheDatabase() {
        JdbcClient jdbc = JdbcClient.create(
                new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("disks") + ";TRACE_LEVEL_FILE=1"));
        assertThat(jdbc.sql(SELECT).query(Rows.of(Disk.class)).single())
                .isEqualTo(new Disk(7, Flavor.small, true, null, Instant.parse("2026-11-26T11:00:00Z")));
        assertThat(folder.resolve("disks.trace.db")).doesNotExist();

        assertThat(jdbc.sql(SELECT).query(Disk.class).single().sizeInGib()).isEqualTo(7);
        assertThat(Files.exists(folder.resolve("disks.trace.db"))).isTrue();
    }
}
