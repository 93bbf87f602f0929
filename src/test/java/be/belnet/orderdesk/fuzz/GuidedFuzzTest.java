package be.belnet.orderdesk.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Inputs that Jazzer makes, which watches where a parser has been and looks for what takes it elsewhere. It fuzzes one target
 * in a JVM, so each parser has one of its own.
 */
@Tag("fuzz-full")
class GuidedFuzzTest {
    private static final Path DIRECTORY = Path.of("target/fuzz/guided");
    private static final int SECONDS = Integer.getInteger("orderdesk.fuzz.guided-seconds", 10);
    private static final long SEED = Long.getLong("orderdesk.fuzz.seed", 2026);

    /** Libraries that read for us are watched as we are. */
    private static final String WATCHED = "be.belnet.orderdesk.**:org.eclipse.angus.**:jakarta.mail.**:org.jsoup.**"
            + ":org.apache.commons.csv.**:org.apache.pdfbox.**:org.xbill.DNS.**:com.fasterxml.jackson.**";

    @Test
    void parsersReadOrRefuse() throws Exception {
        List<String> failures = new ArrayList<>();
        List<Figures> figures = new ArrayList<>();
        List<Parser> parsers = Parsers.all();
        for (int index = 0; index < parsers.size(); index++) {
            figures.add(figures(index, parsers.get(index), failures));
        }
        System.out.println(Figures.report(Path.of("target/fuzz/guided.md"), "Fuzz tests guided by coverage", SEED, figures));
        assertThat(failures).isEmpty();
    }

    private static Figures figures(int index, Parser parser, List<String> failures) throws Exception {
        Path corpus = DIRECTORY.resolve(String.valueOf(index));
        Files.createDirectories(corpus);
        for (int sample = 0; sample < parser.samples().size(); sample++) {
            Files.write(corpus.resolve("sample-" + sample), parser.samples().get(sample));
        }
        Path counted = DIRECTORY.resolve(index + ".txt");
        Files.deleteIfExists(counted);
        Path log = DIRECTORY.resolve(index + ".log");
        int ended = run(index, counted, corpus, log);
        if (ended != 0) {
            failures.add(parser + ": ended with " + ended + ", see " + log);
        }
        assertThat(counted).as("see " + log).exists();
        return Figures.of(Files.readString(counted));
    }

    private static int run(int index, Path counted, Path corpus, Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + JazzerTarget.class.getName(),
                        "--target_args=" + index + " " + counted,
                        "--instrumentation_includes=" + WATCHED,
                        "-max_total_time=" + SECONDS,
                        "-timeout=" + Trial.LONGEST.toSeconds(),
                        "-seed=" + SEED,
                        "-artifact_prefix=" + DIRECTORY + "/" + index + "-",
                        corpus.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(SECONDS + 120L, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }
}
