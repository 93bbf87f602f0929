package be.belnet.orderdesk.customer;

import be.belnet.orderdesk.csv.CsvLine;
import be.belnet.orderdesk.csv.LineRefusedException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A line of the file of contacts that passed its checks. */
record ContactLine(String acronym, String name, String email, String phone, String language, Set<ContactRole> roles) {
    static final List<String> COLUMNS = List.of("acronym", "name", "email", "phone", "language", "roles");

    /** @throws LineRefusedException with everything that is wrong in the line */
    static ContactLine of(CsvLine line) {
        LineCheck check = new LineCheck(line);
        var contact = new ContactLine(
                check.acronym(),
                check.text("name", 200),
                check.email(),
                check.phone(),
                check.language(),
                check.roles());
        check.refuseIfWrong();
        return contact;
    }

    String emailKey() {
        return email.toLowerCase(Locale.ROOT);
    }

    /** As the database keeps them: codes in the order of {@link ContactRole}, separated by blanks. */
    String roleCodes() {
        return new TreeSet<>(roles).stream().map(ContactRole::code).collect(Collectors.joining(" "));
    }
}
