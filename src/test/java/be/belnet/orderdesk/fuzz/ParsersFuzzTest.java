package be.belnet.orderdesk.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random input for all parsers, for a few seconds. */
class ParsersFuzzTest {
    private static final Path REPORT = Path.of("target/fuzz/report.md");
    private static final Path FOUND = Path.of("target/fuzz/found");
    private static final int FOR_EACH_WEIGHT = Integer.getInteger("orderdesk.fuzz.inputs", 120);
    private static final long SEED = Long.getLong("orderdesk.fuzz.seed", 2026);

    @BeforeAll
    static void sayNothing() {
        Quiet.begin();
    }

    @AfterAll
    static void sayAllAgain() {
        Quiet.end();
    }

    @Test
    void parsersReadOrRefuse() throws IOException {
        List<String> failures = new ArrayList<>();
        List<Figures> figures = new ArrayList<>();
        for (Parser parser : Parsers.all()) {
            figures.add(figures(parser, failures));
            Figures.report(REPORT, "Fuzz tests", SEED, figures);
        }
        System.out.println(Files.readString(REPORT));
        assertThat(failures).isEmpty();
    }

    @Test
    void samplesAreOfTheRightForm() {
        for (Parser parser : Parsers.all()) {
            assertThat(parser.samples()).as(parser.name()).anyMatch(parser::takes);
        }
    }

    private static Figures figures(Parser parser, List<String> failures) throws IOException {
        var trial = new Trial(parser);
        var mutator = new Mutator(SEED, parser.samples());
        for (int input = 0; input < FOR_EACH_WEIGHT * parser.weight(); input++) {
            byte[] next = mutator.next();
            try {
                trial.of(next);
            } catch (AssertionError failed) {
                failures.add(told(parser, next, failed));
            }
        }
        return trial.figures();
    }

    private static String told(Parser parser, byte[] input, AssertionError failed) throws IOException {
        Files.createDirectories(FOUND);
        var file = FOUND.resolve(
                Integer.toHexString(parser.name().hashCode()) + "-" + Integer.toHexString(Arrays.hashCode(input)));
        Files.write(file, input);
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        String beginning = HexFormat.of().formatHex(input, 0, Math.min(80, input.length));
        return parser + ": " + cause + " at "
                + List.of(cause.getStackTrace()).stream().limit(12).toList() + "\n  input " + file + " " + beginning;
    }
}
