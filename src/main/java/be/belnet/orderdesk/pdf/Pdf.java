package be.belnet.orderdesk.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Prints XHTML. Nothing but the text and three fonts of the class path gets in. */
public final class Pdf {
    /** By the names of the fonts. */
    private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();

    private Pdf() {}

    /** @param html in Liberation Sans; a file of its own, that refers to nothing outside it */
    public static byte[] of(String html) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            var builder = new PdfRendererBuilder().usePDDocument(document);
            font(builder, document, "Regular", 400, FontStyle.NORMAL);
            font(builder, document, "Bold", 700, FontStyle.NORMAL);
            font(builder, document, "Italic", 400, FontStyle.ITALIC);
            shutOut(builder);
            builder.withHtmlContent(html, null).toStream(bytes).run();
        }
        return bytes.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, PDDocument document, String name, int weight, FontStyle style)
            throws IOException {
        PDFont font = PDType0Font.load(document, font(name), true);
        builder.useFont(new PDFontSupplier(font), "Liberation Sans", weight, style, true);
    }

    /** Without ligatures: they would take half of the time that a contract does, and words with them are hard to find. */
    private static TrueTypeFont font(String name) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(FILES.computeIfAbsent(name, Pdf::file)));
        font.setEnableGsub(false);
        return font;
    }

    private static byte[] file(String name) {
        try (InputStream file = Pdf.class.getResourceAsStream("/liberation/LiberationSans-" + name + ".ttf")) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void shutOut(PdfRendererBuilder builder) {
        builder.useUriResolver((base, uri) -> null);
        builder.useProtocolsStreamImplementation(Pdf::refuse, "http", "https", "ftp", "file", "jar", "data");
        for (var moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, moment);
        }
    }

    private static FSStream refuse(String uri) {
        throw new IllegalStateException("A page refers to something outside it");
    }
}
