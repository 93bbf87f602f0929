package be.belnet.orderdesk.database;

/** Patterns for {@code like ? escape '!'}, in which what somebody wrote stands for itself. */
public final class Like {

    private Like() {}

    public static String containing(String words) {
        return "%" + escaped(words) + "%";
    }

    public static String beginning(String words) {
        return escaped(words) + "%";
    }

    public static String ending(String words) {
        return "%" + escaped(words);
    }

    private static String escaped(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
