package be.belnet.orderdesk.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Jazzer calls for each input; the parser is named when it starts. */
public final class JazzerTarget {
    private static Trial trial;
    private static Path counted;

    private JazzerTarget() {}

    /** @param arguments a parser's name, and where to write its figures */
    public static void fuzzerInitialize(String[] arguments) {
        Quiet.begin();
        trial = new Trial(Parsers.all().get(Integer.parseInt(arguments[0])));
        counted = Path.of(arguments[1]);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        trial.of(input);
    }

    /** At the end, be it good or bad. */
    public static void fuzzerTearDown() {
        try {
            Files.writeString(counted, trial.figures().line());
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }
}
