package be.belnet.sandbox.fortimail;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Configuration in the form of Fortinet's command line: config, edit, set, next, end. Other lines are ignored. */
final class CommandLine {
    private final Map<String, String> values = new HashMap<>();

    private CommandLine() {}

    static CommandLine parse(String text) {
        var parsed = new CommandLine();
        var path = new ArrayDeque<String>();
        text.lines().map(String::strip).forEach(line -> parsed.read(line, path));
        return parsed;
    }

    /** @param path sections, entry and setting with slashes between: {@code system admin/admin/password} */
    Optional<String> value(String path) {
        return Optional.ofNullable(values.get(path));
    }

    private void read(String line, ArrayDeque<String> path) {
        var words = line.split("\\s+", 2);
        var rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "config", "edit" -> path.addLast(plain(rest));
            case "end", "next" -> path.pollLast();
            case "set" -> set(rest, path);
            default -> {}
        }
    }

    private void set(String rest, ArrayDeque<String> path) {
        var words = rest.split("\\s+", 2);
        values.put(String.join("/", path) + "/" + words[0], words.length > 1 ? plain(words[1]) : "");
    }

    private static String plain(String word) {
        var quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
        return quoted ? word.substring(1, word.length() - 1).replaceAll("\\\\(.)", "$1") : word;
    }
}
