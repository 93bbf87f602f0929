package be.belnet.orderdesk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own on the class path of the tests. It ends with the suite, however the suite ends. */
public final class ChildProcess {
    private static final int ORPHANED = 1;

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** @param main calls {@link #endWithParent} first */
    public static ChildProcess start(Class<?> main, Path log, String memory, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dh2.bindAddress=127.0.0.1",
                "-Duser.timezone=Europe/Brussels",
                "-Djava.awt.headless=true",
                main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            Files.createDirectories(log.getParent());
            return new ChildProcess(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** In the child: halts as soon as the suite is gone, which holds the other end of standard input. */
    static void endWithParent() {
        Thread watch = new Thread(ChildProcess::awaitParentsEnd, "parent");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitParentsEnd() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever said
            }
        } catch (IOException gone) {
            // as good as an end
        }
        Runtime.getRuntime().halt(ORPHANED);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As a service manager does: asks it to end, and waits. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }
}
