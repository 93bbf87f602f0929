package be.belnet.orderdesk.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Another JVM, which does not outlive this one. */
final class Jvm implements AutoCloseable {
    private final Path log;
    private final long begun;
    private final Process process;

    /** @param settings system properties */
    Jvm(
            Path log,
            String heap,
            List<String> classPath,
            Map<String, String> settings,
            String main,
            List<String> arguments)
            throws IOException {
        this(log, heap, options(classPath, settings, main), arguments);
    }

    private Jvm(Path log, String heap, List<String> options, List<String> arguments) throws IOException {
        this(
                log,
                Stream.of(
                                List.of("-Xmx" + heap, "-Duser.timezone=Europe/Brussels", "-Djava.awt.headless=true"),
                                options,
                                arguments)
                        .flatMap(List::stream)
                        .toList(),
                Map.of());
    }

    private Jvm(Path log, List<String> arguments, Map<String, String> environment) throws IOException {
        this.log = log;
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        begun = System.nanoTime();
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** As it is started by whoever got the jar. */
    static Jvm jar(Path log, String heap, Path jar, List<String> arguments) throws IOException {
        return new Jvm(log, heap, List.of("-jar", jar.toString()), arguments);
    }

    /** @param arguments all that follows {@code java} */
    static Jvm of(Path log, List<String> arguments, Map<String, String> environment) throws IOException {
        return new Jvm(log, arguments, environment);
    }

    private static List<String> options(List<String> classPath, Map<String, String> settings, String main) {
        List<String> options = new ArrayList<>(
                List.of("-XX:FlightRecorderOptions=stackdepth=256", "-cp", String.join(File.pathSeparator, classPath)));
        settings.forEach((name, value) -> options.add("-D" + name + "=" + value));
        options.add(main);
        return options;
    }

    /** Nanoseconds of this JVM's clock. */
    long begun() {
        return begun;
    }

    long pid() {
        return process.pid();
    }

    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(log + " tells why it ended");
        }
    }

    /** @throws IllegalStateException when it does not end well */
    void await() throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException(log + " tells why it failed");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
