package be.belnet.orderdesk.customer;

import be.belnet.orderdesk.csv.CsvLine;
import be.belnet.orderdesk.csv.LineRefusedException;
import be.belnet.orderdesk.csv.LineRefusedException.Problem;
import be.belnet.orderdesk.host.HostName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the cells of one line and collects what is wrong with them. */
class LineCheck {
    private static final Set<String> LANGUAGES = Set.of("nl", "fr", "en", "de");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, Boolean> YES_OR_NO = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("yes", true),
            Map.entry("1", true),
            Map.entry("ja", true),
            Map.entry("oui", true),
            Map.entry("false", false),
            Map.entry("no", false),
            Map.entry("0", false),
            Map.entry("nee", false),
            Map.entry("nein", false),
            Map.entry("non", false));
    private static final Pattern ACRONYM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9&._-]{0,58}[A-Za-z0-9]");
    private static final Pattern MAILBOX =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{5,38}");
    private static final Pattern USER = Pattern.compile("[a-zA-Z0-9]{1,64}");
    private static final Pattern BELGIAN_POSTCODE = Pattern.compile("[1-9][0-9]{3}");
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private final CsvLine line;
    private final List<Problem> problems = new ArrayList<>();

    LineCheck(CsvLine line) {
        this.line = line;
        if (!line.complete()) {
            problem("file", "cellCount");
        }
        line.cells().forEach((column, cell) -> {
            if (cell.chars().anyMatch(LineCheck::breaksLine)) {
                problem(column, "controlCharacter");
            }
        });
    }

    void problem(String field, String reason) {
        problem(field, reason, null);
    }

    /** @throws LineRefusedException when anything was wrong */
    void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw new LineRefusedException(problems);
        }
    }

    String text(String column, int longest) {
        String text = line.cell(column);
        if (text.codePoints().allMatch(LineCheck::isUnseen)) {
            problem(column, "missing");
        } else if (text.length() > longest) {
            problem(column, "tooLong", String.valueOf(longest));
        }
        return text;
    }

    String acronym() {
        String acronym = text("acronym", 60);
        if (!acronym.isEmpty() && !ACRONYM.matcher(acronym).matches()) {
            problem("acronym", "acronymForm");
        }
        return acronym;
    }

    /** Without the present acronym and without repetition. */
    List<String> formerAcronyms() {
        Map<String, String> former = new LinkedHashMap<>();
        for (String acronym : line.values("former_acronyms")) {
            if (!ACRONYM.matcher(acronym).matches()) {
                problem("former_acronyms", "acronymForm");
            }
            former.putIfAbsent(CustomerRegister.key(acronym), acronym);
        }
        former.remove(CustomerRegister.key(line.cell("acronym")));
        return List.copyOf(former.values());
    }

    String oneOf(String column, Collection<String> allowed) {
        String text = line.cell(column);
        Optional<String> found =
                allowed.stream().filter(value -> value.equalsIgnoreCase(text)).findFirst();
        if (found.isEmpty()) {
            problem(column, text.isEmpty() ? "missing" : "unlisted", String.join(", ", allowed));
        }
        return found.orElse(text);
    }

    String language() {
        return oneOf("language", LANGUAGES.stream().sorted().toList());
    }

    String country() {
        String country = line.cell("country").toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            problem("country", country.isEmpty() ? "missing" : "country");
        }
        return country;
    }

    String postcode(String country) {
        String postcode = text("postcode", 20);
        if ("BE".equals(country)
                && !postcode.isEmpty()
                && !BELGIAN_POSTCODE.matcher(postcode).matches()) {
            problem("postcode", "postcode");
        }
        return postcode;
    }

    /** Ten digits for a Belgian organisation, the text for others; null when empty. */
    String enterpriseNumber(String country) {
        String text = line.cell("enterprise_number");
        if (text.isEmpty()) {
            return null;
        }
        if (!"BE".equals(country)) {
            return text("enterprise_number", 30);
        }
        String number = EnterpriseNumber.digits(text);
        if (!EnterpriseNumber.isValid(number)) {
            problem("enterprise_number", "enterpriseNumber");
        }
        return number;
    }

    List<String> mailDomains() {
        List<Optional<String>> domains =
                line.values("mail_domains").stream().map(HostName::read).toList();
        if (domains.contains(Optional.<String>empty())) {
            problem("mail_domains", "mailDomain");
        }
        return domains.stream().flatMap(Optional::stream).distinct().toList();
    }

    String accountManager() {
        String user = line.cell("account_manager");
        if (!user.isEmpty() && !USER.matcher(user).matches()) {
            problem("account_manager", "userId");
        }
        return user.isEmpty() ? null : user;
    }

    boolean yesOrNo(String column) {
        Boolean answer = YES_OR_NO.get(line.cell(column).toLowerCase(Locale.ROOT));
        if (answer == null) {
            problem(column, "yesOrNo");
        }
        return Boolean.TRUE.equals(answer);
    }

    String email() {
        String email = text("email", 254);
        int at = email.lastIndexOf('@');
        if (!email.isEmpty()
                && (at < 1
                        || at > 64
                        || !MAILBOX.matcher(email.substring(0, at)).matches()
                        || HostName.read(email.substring(at + 1)).isEmpty())) {
            problem("email", "email");
        }
        return email;
    }

    String phone() {
        String phone = line.cell("phone");
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            problem("phone", "phone");
        }
        return phone.isEmpty() ? null : phone;
    }

    Set<ContactRole> roles() {
        List<String> codes = line.values("roles");
        if (codes.isEmpty()) {
            problem("roles", "missing");
        }
        Set<ContactRole> roles = EnumSet.noneOf(ContactRole.class);
        codes.forEach(code ->
                ContactRole.find(code).ifPresentOrElse(roles::add, () -> problem("roles", "unlisted", roleCodes())));
        return roles;
    }

    private void problem(String field, String reason, String detail) {
        problems.add(new Problem(field, reason, detail));
    }

    /** What no line of a mail's head may hold: the two separators end a line as a line feed does. */
    private static boolean breaksLine(int c) {
        return Character.isISOControl(c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
    }

    /** Whoever reads a mail or a contract sees nothing where this stands. */
    private static boolean isUnseen(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static String roleCodes() {
        return String.join(
                ", ", Arrays.stream(ContactRole.values()).map(ContactRole::code).toList());
    }
}
