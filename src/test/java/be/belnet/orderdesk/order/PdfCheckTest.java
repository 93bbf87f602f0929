package be.belnet.orderdesk.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import be.belnet.orderdesk.order.PdfRefusedException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which files may be kept as scans. */
class PdfCheckTest {
    private static final int HEADER = "%PDF-".length();

    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void plainFilesAreKept(String what, byte[] file) {
        assertThatCode(() -> PdfCheck.check(file)).doesNotThrowAnyException();
    }

    static Stream<Arguments> kept() throws IOException {
        return Stream.of(
                arguments("one page", SamplePdf.plain()),
                arguments("objects packed", packed(new PDDocument())),
                arguments("a hundred pages", SamplePdf.withPages(100)),
                arguments("something before the header", joined(" ".repeat(1000), SamplePdf.plain())),
                arguments("10 MiB", filledUpTo(PdfCheck.LARGEST)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void everythingElseIsRefusedWithItsReason(String what, Reason reason, byte[] file) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(refusal(file)).isEqualTo(reason));
    }

    static Stream<Arguments> refused() throws IOException {
        var scripted = new PDDocument();
        scripted.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
        return Stream.of(
                arguments("nothing", Reason.EMPTY, new byte[0]),
                arguments("a text", Reason.NOT_PDF, "Dear Sir".getBytes(StandardCharsets.US_ASCII)),
                arguments("a page of the web", Reason.NOT_PDF, joined("<html>" + " ".repeat(1100), SamplePdf.plain())),
                arguments(
                        "a page and a PDF at once",
                        Reason.NOT_PDF,
                        joined("<script>alert(1)</script>", SamplePdf.plain())),
                arguments("a picture and a PDF at once", Reason.NOT_PDF, joined("GIF89a", SamplePdf.plain())),
                arguments("an archive and a PDF at once", Reason.NOT_PDF, archived(SamplePdf.plain())),
                arguments("a header alone", Reason.DAMAGED, "%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII)),
                arguments("half a file", Reason.DAMAGED, Arrays.copyOf(SamplePdf.plain(), 150)),
                arguments("no page", Reason.DAMAGED, SamplePdf.withoutPages()),
                arguments("a byte too much", Reason.TOO_LARGE, filledUpTo(PdfCheck.LARGEST + 1)),
                arguments("11 MiB", Reason.TOO_LARGE, filledUpTo(11 * 1024 * 1024)),
                arguments("password", Reason.ENCRYPTED, SamplePdf.encrypted("secret")),
                arguments("restricted rights", Reason.ENCRYPTED, SamplePdf.encrypted("")),
                arguments("script at opening", Reason.SCRIPT, SamplePdf.withScriptAtOpening()),
                arguments("script in packed objects", Reason.SCRIPT, packed(scripted)),
                arguments("script in the tree of names", Reason.SCRIPT, SamplePdf.withScriptInNames()),
                arguments("script of a page", Reason.SCRIPT, SamplePdf.withScriptOfThePage()),
                arguments("script of a field", Reason.SCRIPT, SamplePdf.withScriptOfAField()),
                arguments("script of an annotation", Reason.SCRIPT, SamplePdf.withScriptOfAnAnnotation()),
                arguments("dynamic form", Reason.SCRIPT, SamplePdf.withDynamicForm()),
                arguments("launch action", Reason.LAUNCH, SamplePdf.withLaunchAction()),
                arguments("embedded file", Reason.EMBEDDED_FILE, SamplePdf.withEmbeddedFile()),
                arguments("pages that unfold", Reason.TOO_COMPLEX, SamplePdf.withPagesThatUnfold()),
                arguments("pages in a ring", Reason.TOO_COMPLEX, SamplePdf.withPagesInARing()),
                arguments("a book", Reason.TOO_COMPLEX, SamplePdf.withPages(501)),
                arguments("data that unfold", Reason.TOO_COMPLEX, SamplePdf.withDataThatUnfold()),
                arguments("nested without end", Reason.DAMAGED, nested()));
    }

    /** As an archive without entries, which programs for archives read from its end. */
    private static byte[] archived(byte[] file) {
        byte[] archived = Arrays.copyOf(file, file.length + 22);
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, archived, file.length, 4);
        return archived;
    }

    @Test
    void fileCutShortAnywhereIsRefused() {
        byte[] whole = SamplePdf.withPages(3);
        int end = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("%%EOF") + 5;

        IntStream.range(HEADER, end).forEach(length -> assertThat(refusal(Arrays.copyOf(whole, length)))
                .as("%d bytes of %d", length, end)
                .isEqualTo(Reason.DAMAGED));
    }

    @Test
    void nameWrittenInDisguiseIsStillThatName() {
        String plain = new String(SamplePdf.withScriptAtOpening(), StandardCharsets.ISO_8859_1);
        String disguised = plain.replace("/JavaScript", "/J#61vaScript");

        assertThat(disguised).isNotEqualTo(plain);
        assertThat(refusal(disguised.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Reason.SCRIPT);
    }

    private static Reason refusal(byte[] file) {
        var refused = catchThrowableOfType(PdfRefusedException.class, () -> PdfCheck.check(file));
        assertThat(refused).as("must be refused").isNotNull();
        return refused.reason();
    }

    private static byte[] packed(PDDocument document) throws IOException {
        try (document) {
            document.addPage(new PDPage());
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, new CompressParameters(200));
            return bytes.toByteArray();
        }
    }

    private static byte[] filledUpTo(int size) {
        return Arrays.copyOf(SamplePdf.plain(), size);
    }

    private static byte[] nested() {
        String plain = new String(SamplePdf.plain(), StandardCharsets.ISO_8859_1);
        return plain.replaceFirst("/Type /Catalog", "/Type /Catalog /X " + "[".repeat(200_000))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(String before, byte[] file) {
        byte[] first = before.getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(first, first.length + file.length);
        System.arraycopy(file, 0, all, first.length, file.length);
        return all;
    }
}
