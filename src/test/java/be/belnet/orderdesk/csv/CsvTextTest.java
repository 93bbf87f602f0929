package be.belnet.orderdesk.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
    @Test
    void programsGetCommasAndSpreadsheetsAMarkAndSemicolons() throws IOException {
        assertThat(written(CsvText.FOR_PROGRAMS, "Zoë", "a;b", "say \"no\"", ""))
                .isEqualTo("a,b\r\nZoë,a;b,\"say \"\"no\"\"\",\r\n");
        assertThat(written(CsvText.FOR_SPREADSHEETS, "Zoë", "a;b", "c,d"))
                .isEqualTo("\uFEFFa;b\r\nZoë;\"a;b\";c,d\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "  =1", "\u200B=1", "\tx"})
    void formulaGetsAnApostrophe(String cell) throws IOException {
        for (CsvText form : CsvText.values()) {
            assertThat(written(form, "x", cell).replace("\"", "")).endsWith("'" + cell + "\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'x,=1+1'|'x,''=1+1'",
                "'x;=1+1'|'x;''=1+1'",
                "'x;  @A1'|'x;''  @A1'",
                "'x\t-1'|'x\t''-1'",
                "'x\n+1'|'x\n''+1'",
                "'\t=1'|'''\t''=1'",
                "'\t\t=1'|'''\t\t''=1'",
                "'\r\n=1'|'''\r\n''=1'"
            })
    void whatWouldBeACellByAnotherSeparatorIsNoFormulaEither(String cell, String harmless) throws IOException {
        for (CsvText form : CsvText.values()) {
            assertThat(written(form, cell).replace("\"", "")).endsWith(harmless + "\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-b.example", "2026-11-26", "v=spf1 -all", "a@b.example", "1+1"})
    void otherCellsStayAsTheyAre(String cell) throws IOException {
        for (CsvText form : CsvText.values()) {
            assertThat(written(form, cell)).endsWith("\r\n" + cell + "\r\n");
        }
    }

    private static String written(CsvText form, String... cells) throws IOException {
        var out = new ByteArrayOutputStream();
        form.write(out, List.of("a", "b"), Stream.of(List.of(cells)));
        return out.toString(StandardCharsets.UTF_8);
    }
}
