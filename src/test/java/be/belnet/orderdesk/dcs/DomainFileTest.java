package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as spreadsheets of several makes and ages write them, and files that are something else. */
class DomainFileTest {
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void eachSeparatorAndTheHeadingOfATableAreUnderstood(String separator) {
        String table = "Domain name%sOwner\r\n\"Example.be\"%s\"the faculty\"\r\n*.campus.example%sIT\r\n"
                .replace("%s", separator);

        DomainFile.Content content = DomainFile.read(utf8(table));

        assertThat(names(content)).containsExactly("example.be", "campus.example", "*.campus.example");
        assertThat(content.heading()).hasValue("Domain name" + separator + "Owner");
    }

    @Test
    void fileWithoutHeadingLosesNoLine() {
        DomainFile.Content content = DomainFile.read(utf8("\nexample.be\ncampus.example"));

        assertThat(names(content)).containsExactly("example.be", "campus.example");
        assertThat(content.heading()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void lettersOfAllEncodingsAreUnderstood(String encoding) {
        String mark = encoding.matches("UTF-(8|16.E)") ? "\uFEFF" : "";
        byte[] file = (mark + "domaine;propriétaire\ncafé.example;l’école").getBytes(Charset.forName(encoding));

        DomainFile.Content content = DomainFile.read(file);

        assertThat(names(content)).containsExactly("xn--caf-dma.example");
        assertThat(content.heading()).hasValue("domaine;propriétaire");
    }

    @Test
    void linesThatAreNoDomainsAreNamed() {
        assertThat(refusals(utf8("example.be\n\nhttps://www.example/;x\n-.be")))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(
                        new Refusal("file", "domainFile.refused.line", 3, "https://www.example/;x"),
                        new Refusal("file", "domainFile.refused.line", 4, "-.be"));
    }

    @Test
    void whatIsWrongAllThroughIsNotToldLineByLine() {
        assertThat(refusals(utf8(
                        "example.be\n" + "no domain. ".repeat(30).concat("\n").repeat(14))))
                .hasSize(11)
                .last()
                .extracting(Refusal::messageKey, refusal -> refusal.arguments()[0])
                .containsExactly("domainFile.refused.moreLines", 4);
    }

    @Test
    void filesOfOtherKindsAreRefused() {
        assertThat(reason(new byte[0])).isEqualTo("empty");
        assertThat(reason(new byte[] {'P', 'K', 3, 4, 20, 0})).as("a workbook").isEqualTo("notText");
        assertThat(reason(new byte[DomainFile.LARGEST + 1])).isEqualTo("tooLarge");
        assertThat(reason(utf8("Domain;Owner\n"))).isEqualTo("noDomains");
    }

    @Test
    void twoThousandDomainsAreTheMost() {
        assertThat(DomainFile.read(many(2000)).domains()).hasSize(2000);
        assertThat(reason(many(2001))).isEqualTo("tooMany");
    }

    private static byte[] many(int count) {
        return utf8(
                IntStream.range(0, count).mapToObj(i -> "d" + i + ".example").collect(Collectors.joining("\n")));
    }

    private static String reason(byte[] file) {
        return refusals(file).get(0).messageKey().replace("domainFile.refused.", "");
    }

    private static List<Refusal> refusals(byte[] file) {
        return catchThrowableOfType(AnswersRefusedException.class, () -> DomainFile.read(file))
                .refusals();
    }

    private static List<String> names(DomainFile.Content content) {
        return content.domains().stream().map(Domain::name).toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
