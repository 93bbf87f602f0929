package be.belnet.orderdesk.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that reads bytes of strangers.
 *
 * @param weight how many inputs it gets, as a share; what is slow has a small one
 * @param refusals how it says that it does not take an input
 * @param samples inputs of the right form, to begin with
 */
public record Parser(
        String name, int weight, Reading reading, List<Class<? extends Throwable>> refusals, List<byte[]> samples) {

    /** Reads one input, and fails where what was read is not as it must be. */
    public interface Reading {
        void of(byte[] input) throws Exception;
    }

    public static Parser of(String name, Reading reading) {
        return new Parser(name, 10, reading, List.of(), List.of());
    }

    /** For readers of text. */
    public static Parser ofText(String name, TextReading reading) {
        return of(name, input -> reading.of(new String(input, StandardCharsets.UTF_8)));
    }

    /** Reads one text. */
    public interface TextReading {
        void of(String text) throws Exception;
    }

    public Parser weighing(int other) {
        return new Parser(name, other, reading, refusals, samples);
    }

    @SafeVarargs
    public final Parser refusingBy(Class<? extends Throwable>... kinds) {
        return new Parser(name, weight, reading, List.of(kinds), samples);
    }

    public Parser like(String... texts) {
        return like(Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }

    public Parser like(byte[]... more) {
        var all = new ArrayList<>(samples);
        all.addAll(List.of(more));
        return new Parser(name, weight, reading, refusals, List.copyOf(all));
    }

    /**
     * False when the input was refused.
     *
     * @throws AssertionError when the parser failed
     */
    public boolean takes(byte[] input) {
        try {
            reading.of(input);
            return true;
        } catch (Exception thrown) {
            if (refusals.stream().anyMatch(kind -> kind.isInstance(thrown))) {
                return false;
            }
            throw new AssertionError(name + " failed", thrown);
        } catch (StackOverflowError endless) {
            throw new AssertionError(name + " failed", endless);
        }
    }

    /** On one line: no control characters, nothing that ends a line. */
    public static void requireLine(String what, String text) {
        if (text != null && text.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
            throw new AssertionError(what + " is no line");
        }
    }

    /** What a database keeps: no zero byte. */
    public static void requireText(String what, String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new AssertionError(what + " has a zero byte");
        }
    }

    /** @param claim that holds for whatever is read */
    public static void require(boolean claim, String otherwise) {
        if (!claim) {
            throw new AssertionError(otherwise);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
