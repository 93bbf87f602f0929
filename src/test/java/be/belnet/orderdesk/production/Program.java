package be.belnet.orderdesk.production;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Orderdesk in a JVM of its own, as {@code java -jar orderdesk.jar} starts it. */
class Program {
    private Program() {}

    /** @param log gets all that it says */
    static Process start(Map<String, String> environment, Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=Europe/Brussels",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "be.belnet.orderdesk.OrderdeskApplication"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }
}
