package be.belnet.orderdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.belnet.orderdesk.csv.CsvFile;
import be.belnet.orderdesk.csv.CsvLine;
import be.belnet.orderdesk.csv.LineRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineCheckTest {
    private static final String ORGANISATION =
            "TESTU;OLDU;Test University;university;BE 0999.100.196;en;Street 1;1000;Brussels;BE;a.example b.example;relations1;true";
    private static final String CONTACT = "TESTU;Mail administrator;mail-admin@a.example;+32 2 900 00 00;en;technical";

    @Test
    void wellFormedLineIsTakenOverInItsPlainForm() {
        OrganisationLine line = OrganisationLine.of(organisation(ORGANISATION));

        assertThat(line.organisation().enterpriseNumber()).isEqualTo("0999100196");
        assertThat(line.organisation().mailDomains()).containsExactly("a.example", "b.example");
        assertThat(line.formerAcronyms()).containsExactly("OLDU");
    }

    @ParameterizedTest
    @CsvSource({
        "TESTU;, T U;, acronym, acronymForm",
        "TESTU;, ;, acronym, missing",
        "university, kingdom, type, unlisted",
        ";en;, ;es;, language, unlisted",
        "0999.100.196, 0999.100.197, enterprise_number, enterpriseNumber",
        ";1000;, ;10000;, postcode, postcode",
        ";BE;, ;XX;, country, country",
        "a.example, 10.0.0.1, mail_domains, mailDomain",
        "a.example, -a.example, mail_domains, mailDomain",
        "relations1, relations 1, account_manager, userId",
        "true, perhaps, belnet_customer, yesOrNo"
    })
    void eachFaultOfAnOrganisationIsNamed(String right, String wrong, String field, String reason) {
        assertRefused(() -> OrganisationLine.of(organisation(ORGANISATION.replace(right, wrong))), field, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail-admin",
                "@a.example",
                "a@b",
                "two words@a.example",
                "a@a.example, b@a.example",
                "a..b@a.example",
                "a@[10.0.0.1]"
            })
    void whatIsNoMailAddressIsRefused(String address) {
        assertRefused(
                () -> ContactLine.of(contact(CONTACT.replace("mail-admin@a.example", address))), "email", "email");
    }

    @Test
    void lineBreakInAnAddressIsRefused() {
        String smuggled = CONTACT.replace("mail-admin@a.example", "\"a@a.example\r\nBcc: b@b.example\"");

        assertRefused(() -> ContactLine.of(contact(smuggled)), "email", "controlCharacter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2028", "\u2029", "\u0085"})
    void lineBreakOfAnyKindInANameIsRefused(String end) {
        assertRefused(
                () -> ContactLine.of(contact(CONTACT.replace("Mail administrator", "Mail" + end + "Bcc"))),
                "name",
                "controlCharacter");
    }

    @Test
    void nameThatNobodyCanSeeIsMissing() {
        assertRefused(
                () -> OrganisationLine.of(organisation(ORGANISATION.replace("Test University", "\u200B\uFEFF"))),
                "legal_name",
                "missing");
    }

    @Test
    void unknownRoleIsRefused() {
        assertRefused(() -> ContactLine.of(contact(CONTACT.replace("technical", "king"))), "roles", "unlisted");
    }

    @Test
    void allFaultsOfALineAreReportedAtOnce() {
        var refused = refusal(() -> OrganisationLine.of(
                organisation(ORGANISATION.replace("TESTU;", "T U;").replace("true", "perhaps"))));

        assertThat(refused.problems()).extracting("field").contains("acronym", "belnet_customer");
    }

    @Test
    void foreignEnterpriseNumberHasNoBelgianCheck() {
        var line = OrganisationLine.of(
                organisation(ORGANISATION.replace(";BE;", ";LU;").replace("BE 0999.100.196", "LU123")));

        assertThat(line.organisation().enterpriseNumber()).isEqualTo("LU123");
    }

    @Test
    void byteOrderMarkAndCommaAreUnderstood() {
        byte[] file = "\uFEFFacronym,name,email,phone,language,roles\nTESTU,A,a@a.example,,en,technical;signatory\n"
                .getBytes(StandardCharsets.UTF_8);

        CsvLine line = CsvFile.read(file, ContactLine.COLUMNS).get(0);

        assertThat(line.number()).isEqualTo(2);
        assertThat(ContactLine.of(line).roles()).containsExactly(ContactRole.SIGNATORY, ContactRole.TECHNICAL);
    }

    @Test
    void otherEncodingsAndMissingColumnsRefuseTheFile() {
        byte[] latin1 = "acronym,name\nA,École\n".getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(() -> CsvFile.read(latin1, ContactLine.COLUMNS), "file", "notUtf8");
        assertRefused(
                () -> CsvFile.read("acronym,name\n".getBytes(StandardCharsets.UTF_8), ContactLine.COLUMNS),
                "email",
                "columnMissing");
    }

    private static void assertRefused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable read, String field, String reason) {
        assertThat(refusal(read).problems()).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.reason()).isEqualTo(reason);
        });
    }

    private static LineRefusedException refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
        return catchThrowableOfType(LineRefusedException.class, read);
    }

    private static CsvLine organisation(String line) {
        return read(OrganisationLine.COLUMNS, line);
    }

    private static CsvLine contact(String line) {
        return read(ContactLine.COLUMNS, line);
    }

    private static CsvLine read(List<String> columns, String line) {
        String file = String.join(";", columns) + "\n" + line + "\n";
        return CsvFile.read(file.getBytes(StandardCharsets.UTF_8), columns).get(0);
    }
}
