package be.belnet.orderdesk.privacy;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.pdf.Pdf;
import be.belnet.orderdesk.person.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Prints an export for the person to read. */
@Component
class ExportPrinter {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** Values that are codes, several with spaces between, and where their words stand. */
    private static final Map<String, String> CODES = Map.of(
            "fileKind", "order.kind.",
            "language", "customer.language.",
            "roles", "customer.role.",
            "requestKind", "privacy.kind.",
            "authority", "privacy.recipient.",
            "channel", "fact.channel.",
            "topic", "support.topic.",
            "useful", "useful.answer.");

    private final Belnet belnet;
    private final MessageSource messages;
    private final SpringTemplateEngine templates;

    ExportPrinter(Belnet belnet, MessageSource messages) {
        this.belnet = belnet;
        this.messages = messages;
        this.templates = engine(messages);
    }

    /** @param language nl, fr, en or de */
    byte[] print(PersonDesk.Export export, String language) {
        Locale locale = Locale.forLanguageTag(language);
        try (PDDocument file = Loader.loadPDF(Pdf.of(html(export, locale)))) {
            file.getDocumentInformation().setTitle(export.request());
            file.getDocumentInformation().setAuthor(belnet.name());
            file.getDocumentCatalog().setLanguage(language);
            var bytes = new ByteArrayOutputStream();
            file.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException("Export of " + export.request(), failed);
        }
    }

    /** @param lines words of a value to the value */
    record Part(String title, Map<String, String> lines) {}

    record Line(String at, String user, String act, String about) {}

    private String html(PersonDesk.Export export, Locale locale) {
        var model = new Context(locale);
        model.setVariable("number", export.request());
        model.setVariable("madeAt", moment(export.madeAt()));
        model.setVariable("email", export.person().email());
        model.setVariable("belnet", belnet);
        model.setVariable("address", belnet.addressLines(locale.getLanguage()));
        model.setVariable(
                "parts",
                export.entries().stream().map(entry -> part(entry, locale)).toList());
        model.setVariable(
                "accesses",
                export.accesses().stream()
                        .map(access -> new Line(
                                moment(access.at()),
                                access.user(),
                                say("privacy.act." + access.act(), locale),
                                access.about()))
                        .toList());
        return templates.process("export", model);
    }

    private Part part(Entry entry, Locale locale) {
        Map<String, String> lines = new LinkedHashMap<>();
        entry.values()
                .forEach((name, value) ->
                        lines.put(say("privacy.value." + name, locale), printable(name, value, locale)));
        return new Part(say("privacy.entry." + entry.kind(), locale), lines);
    }

    /** Codes in words, moments and days as the person knows them, all else as it is; what has no sign on paper is left out. */
    private String printable(String name, String value, Locale locale) {
        if (CODES.containsKey(name)) {
            return Stream.of(value.split(" "))
                    .map(code -> messages.getMessage(CODES.get(name) + code, null, code, locale))
                    .collect(Collectors.joining(", "));
        }
        if (name.endsWith("At")) {
            return value.endsWith("Z") ? moment(Instant.parse(value)) : MOMENT.format(LocalDateTime.parse(value));
        }
        return isDay(name) ? DAY.format(LocalDate.parse(value)) : value.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
    }

    private static boolean isDay(String name) {
        return name.endsWith("On") || name.equals("wish");
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(BRUSSELS));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static SpringTemplateEngine engine(MessageSource messages) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/privacy/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }
}
