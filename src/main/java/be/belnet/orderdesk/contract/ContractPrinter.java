package be.belnet.orderdesk.contract;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.correspondence.PlainText;
import be.belnet.orderdesk.notice.NoticeRules;
import be.belnet.orderdesk.notice.NoticeTerms;
import be.belnet.orderdesk.pdf.Pdf;
import be.belnet.orderdesk.time.WrittenDates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
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

    /** The service whose contract has a first year that must pass. */
    private static final String FIRST_YEAR = "DCS";

    private final Belnet belnet;
    private final NoticeRules rules;
    private final ResourceBundleMessageSource messages = messages();
    private final SpringTemplateEngine templates = engine();

    ContractPrinter(Belnet belnet, NoticeRules rules) {
        this.belnet = belnet;
        this.rules = rules;
    }

    /**
     * One file with both copies, one after the other.
     *
     * @param number null for a preview
     */
    byte[] print(ContractText text, String number, int version) {
        try (PDDocument file = Loader.loadPDF(Pdf.of(html(text, number, version, 1)));
                PDDocument second = Loader.loadPDF(Pdf.of(html(text, number, version, 2)))) {
            new PDFMergerUtility().appendDocument(file, second);
            return bytes(file, number == null ? text.orderNumber() : number, text.language());
        } catch (IOException failed) {
            throw new UncheckedIOException("Contract of " + text.orderNumber(), failed);
        }
    }

    /** One page; nothing on it looks like a signature. */
    byte[] print(CoverLetter letter) {
        try (PDDocument file = Loader.loadPDF(Pdf.of(html(letter)))) {
            return bytes(file, letter.contract().number(), letter.text().language());
        } catch (IOException failed) {
            throw new UncheckedIOException("Letter of " + letter.text().orderNumber(), failed);
        }
    }

    /** An annex, as one copy; the customer signs it, then Belnet. */
    byte[] print(ContractText text, ChangeAnnex annex) {
        try (PDDocument file = Loader.loadPDF(Pdf.of(html(text, annex)))) {
            return bytes(file, annex.number(), text.language());
        } catch (IOException failed) {
            throw new UncheckedIOException("Annex of " + annex.number(), failed);
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
        addNotice(model, text);
        return templates.process("contract", model);
    }

    /** The contract promises what notices are judged by. */
    private void addNotice(Context model, ContractText text) {
        NoticeTerms terms = rules.terms();
        model.setVariable("months", terms.months());
        model.setVariable("noticeDays", terms.trialDays());
        model.setVariable(
                "term", text.service().equals(FIRST_YEAR) ? FIRST_YEAR + "." + terms.firstYear() : text.service());
        model.setVariable("reading", terms.reading().name());
        terms.lastDayOfYear()
                .ifPresent(day -> model.setVariable("lastDay", WrittenDates.dayOfYear(day, model.getLocale())));
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

    private String html(ContractText text, ChangeAnnex annex) {
        String language = text.language();
        var model = new Context(Locale.forLanguageTag(language));
        model.setVariable("text", text);
        model.setVariable("annex", annex);
        model.setVariable("belnet", belnet);
        model.setVariable("belnetAddress", belnet.addressLines(language));
        model.setVariable("contract", contract(annex, language));
        model.setVariable(
                "rows", annex.rows().stream().map(ContractPrinter::printable).toList());
        model.setVariable("priced", annex.euroPerYear() != null);
        model.setVariable("otherPrice", !text.terms().priceLine().equals(annex.formerPriceLine()));
        return templates.process("annex", model);
    }

    private String contract(ChangeAnnex annex, String language) {
        return annex.contractNumber() == null || annex.contractStartsOn() == null
                ? messages.getMessage(
                        "contract.change.ofService", new Object[] {annex.service()}, Locale.forLanguageTag(language))
                : messages.getMessage(
                        "contract.change.of",
                        new Object[] {PlainText.line(annex.contractNumber()), day(annex.contractStartsOn(), language)},
                        Locale.forLanguageTag(language));
    }

    private static ChangeAnnex.Row printable(ChangeAnnex.Row row) {
        return new ChangeAnnex.Row(
                row.label(),
                row.before().stream().map(PlainText::line).toList(),
                row.after().stream().map(PlainText::line).toList(),
                row.changed());
    }

    /** The day in words that stay on one line. */
    private static String day(LocalDate day, String language) {
        return WrittenDates.day(day, Locale.forLanguageTag(language)).replace(' ', '\u00a0');
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
