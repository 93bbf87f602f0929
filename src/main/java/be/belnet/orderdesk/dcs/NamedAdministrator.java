package be.belnet.orderdesk.dcs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An administrator as a line of a form has it: given names; family name; mail address. */
public record NamedAdministrator(String givenName, String familyName, String email) {
    private static final String BETWEEN = "; ";
    private static final Pattern EMAIL = Pattern.compile("[^\\s@;<>\"]{1,64}@[^\\s@;<>\"]+\\.[^\\s@;<>\"]{2,}");
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_EMAIL = 254;

    /** Empty for what is no such line. */
    public static Optional<NamedAdministrator> read(String line) {
        List<String> words =
                Arrays.stream(line.split(";", -1)).map(String::strip).toList();
        boolean valid = words.size() == 3
                && !words.get(0).isEmpty()
                && !words.get(1).isEmpty()
                && words.get(0).length() <= LONGEST_NAME
                && words.get(1).length() <= LONGEST_NAME
                && words.get(2).length() <= LONGEST_EMAIL
                && EMAIL.matcher(words.get(2)).matches();
        return valid ? Optional.of(new NamedAdministrator(words.get(0), words.get(1), words.get(2))) : Optional.empty();
    }

    /** Of a line that was kept. */
    static NamedAdministrator of(String line) {
        String[] words = line.split(BETWEEN, 3);
        return words.length == 3
                ? new NamedAdministrator(words[0], words[1], words[2])
                : new NamedAdministrator("", line, "");
    }

    public String line() {
        return String.join(BETWEEN, givenName, familyName, email);
    }

    String title() {
        return "%s %s <%s>".formatted(givenName, familyName, email).strip();
    }

    AdministratorInvitation invitation(String language) {
        return new AdministratorInvitation(givenName, familyName, email, null, language);
    }

    /** Nothing personal. */
    @Override
    public String toString() {
        return "NamedAdministrator[]";
    }
}
