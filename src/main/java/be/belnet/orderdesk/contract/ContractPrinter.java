package be.belnet.orderdesk.contract;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.correspondence.PlainText;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Prints contracts and their letters as PDF. Nothing but the text and three fonts of the class path gets in. */
@Component
class ContractPrinter {
    private static final String KEYS = "contract.annex.";
    private static final String REGION = "BE";

    private final Belnet belnet;
    private final ResourceBundleMessageSource messages = messages();
    private final SpringTemplateEngine templates = engine();

    ContractPrinter(Belnet belnet) {
        this.belnet = belnet;
    }

    /**
     * One file with both copies, one after the other.
     *
     * @param number null for a preview
     */
    byte[] print(ContractText text, String number, int version) {
        try (PDDocument file = Loader.loadPDF(pdf(html(text, number, version, 1)));
                PDDocument second = Loader.loadPDF(pdf(html(text, number, version, 2)))) {
            new PDFMergerUtility().appendDocument(file, second);
            return bytes(file, number == null ? text.orderNumber() : number, text.language());
        } catch (IOException failed) {
            throw new UncheckedIOException("Contract of " + text.orderNumber(), failed);
        }
    }

    /** One page; nothing on it looks like a signature. */
    byte[] print(CoverLetter letter) {
        try (PDDocument file = Loader.loadPDF(pdf(html(letter)))) {
            return bytes(file, letter.contract().number(), letter.text().language());
        } catch (IOException failed) {
            throw new UncheckedIOException("Letter of " + letter.text().orderNumber(), failed);
        }
    }

    /** The annex in a language, label to value in order; equal labels are one entry of several lines. */
    Map<String, String> annex(ContractText text, String language) {
        var annex = new LinkedHashMap<String, String>();
        text.terms()
                .annex()
                .forEach(line -> annex.merge(
                        say(line.labelKey(), language),
                        words(line.value(), language),
                        (before, next) -> before + "\n" + next));
        return annex;
    }

    /** A text of the contracts' bundle; the key itself where the bundle has none. */
    String say(String key, String language) {
        return messages.getMessage(key, null, key, Locale.forLanguageTag(language));
    }

    private String words(String value, String language) {
        return value.lines()
                .map(line -> line.startsWith(KEYS) ? say(line, language) : line)
                .collect(Collectors.joining("\n"));
    }

    private String html(ContractText text, String number, int version, int copy) {
        var model = new Context(Locale.forLanguageTag(text.language()));
        model.setVariable("text", text);
        model.setVariable("number", number);
        model.setVariable("version", version);
        model.setVariable("copy", copy);
        model.setVariable("belnet", belnet);
        model.setVariable("belnetAddress", belnet.addressLines(text.language()));
        model.setVariable("policies", policies(text));
        model.setVariable("annex", lines(annex(text, text.language())));
        return templates.process("contract", model);
    }

    /** Name to version, in order. */
    private Map<String, String> policies(ContractText text) {
        var policies = new LinkedHashMap<String, String>();
        text.terms()
                .policies()
                .forEach(policy ->
                        policies.put(say("contract.policy." + policy.code(), text.language()), policy.version()));
        return policies;
    }

    private String html(CoverLetter letter) {
        String language = letter.text().language();
        var model = new Context(Locale.forLanguageTag(language));
        model.setVariable("letter", letter);
        model.setVariable("text", letter.text());
        model.setVariable("attention", PlainText.line(letter.attention()));
        model.setVariable("on", day(letter.on(), language));
        model.setVariable("countersignedOn", day(letter.contract().countersignedOn(), language));
        model.setVariable("belnet", belnet);
        model.setVariable("belnetAddress", belnet.addressLines(language));
        model.setVariable("city", belnet.city(language));
        return templates.process("cover-letter", model);
    }

    /** The day in words that stay on one line. */
    private static String day(LocalDate day, String language) {
        Locale locale = language.equals("en") ? Locale.UK : new Locale(language, REGION);
        String words = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
        String spoken = language.equals("fr") ? words.replaceFirst("^1 ", "1er ") : words;
        return spoken.replace(' ', '\u00a0');
    }

    private byte[] bytes(PDDocument file, String title, String language) throws IOException {
        file.getDocumentInformation().setTitle(title);
        file.getDocumentInformation().setAuthor(belnet.name());
        file.getDocumentCatalog().setLanguage(language);
        var bytes = new ByteArrayOutputStream();
        file.save(bytes);
        return bytes.toByteArray();
    }

    private static Map<String, List<String>> lines(Map<String, String> annex) {
        var lines = new LinkedHashMap<String, List<String>>();
        annex.forEach((label, value) -> lines.put(label, value.lines().toList()));
        return lines;
    }

    private static byte[] pdf(String html) throws IOException {
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
        String file = "/liberation/LiberationSans-" + name + ".ttf";
        TrueTypeFont font =
                new TTFParser().parse(new RandomAccessReadBuffer(ContractPrinter.class.getResourceAsStream(file)));
        font.setEnableGsub(false);
        return font;
    }

    private static void shutOut(PdfRendererBuilder builder) {
        builder.useUriResolver((base, uri) -> null);
        builder.useProtocolsStreamImplementation(
                ContractPrinter::refuse, "http", "https", "ftp", "file", "jar", "data");
        for (var moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, moment);
        }
    }

    private static FSStream refuse(String uri) {
        throw new IllegalStateException("A contract refers to something outside it");
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/contract");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private SpringTemplateEngine engine() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/contract/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }
}
