package be.belnet.orderdesk.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Prints XHTML. Nothing but the text and three fonts of the class path gets in. */
public final class Pdf {
    private Pdf() {}

    /** @param html in Liberation Sans; a file of its own, that refers to nothing outside it */
    public static byte[] of(String html) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        font(builder, "Regular", 400, FontStyle.NORMAL);
        font(builder, "Bold", 700, FontStyle.NORMAL);
        font(builder, "Italic", 400, FontStyle.ITALIC);
        shutOut(builder);
        builder.withHtmlContent(html, null).toStream(bytes).run();
        return bytes.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String name, int weight, FontStyle style) {
        builder.useFont(() -> font(name), "Liberation Sans", weight, style, true);
    }

    private static InputStream font(String name) {
        return Pdf.class.getResourceAsStream("/liberation/LiberationSans-" + name + ".ttf");
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
