package be.belnet.orderdesk.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Connections of a contender that brings none of its own, as many as Orderdesk has. */
final class Pool {
    private Pool() {}

    static HikariDataSource open() {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(Settings.text("url"));
        settings.setMaximumPoolSize(20);
        return new HikariDataSource(settings);
    }
}
