package be.belnet.orderdesk.benchmark;

import java.nio.file.Path;

/** What a JVM was started with, each a system property. */
final class Settings {
    private Settings() {}

    static int number(String name) {
        return Integer.parseInt(text(name));
    }

    static Path path(String name) {
        return Path.of(text(name)).toAbsolutePath();
    }

    /** @throws IllegalArgumentException where it is not given */
    static String text(String name) {
        String value = System.getProperty(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("-D" + name + " is missing");
        }
        return value;
    }
}
