package be.belnet.orderdesk.correspondence;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.time.WrittenDates;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Turns a template and its model into subject, text and HTML in the recipient's language. */
@Component
class MailWriter {
    private static final Map<String, Set<String>> REQUIRED = Map.ofEntries(
            Map.entry("introduction-customer", Set.of("accountManagerName", "accountManagerEmail")),
            Map.entry(
                    "introduction-account-manager",
                    Set.of("customerName", "acronym", "request", "contactName", "contactEmail")),
            Map.entry(
                    "certificates-activated",
                    Set.of(
                            "authority",
                            "interfaceAddress",
                            "activatedOn",
                            "domains",
                            "withoutWildcard",
                            "leftOut",
                            "administratorEmail")),
            Map.entry(
                    "domains-to-validate",
                    Set.of(
                            "kind",
                            "authority",
                            "interfaceAddress",
                            "former",
                            "domains",
                            "leftOut",
                            "wildcards",
                            "files",
                            "manual",
                            "link",
                            "linkUntil")),
            Map.entry("domains-reminder", Set.of("authority", "domains", "done", "all", "files", "link", "linkUntil")),
            Map.entry("domains-link", Set.of("authority", "link", "linkUntil")),
            Map.entry("campaign-overdue", Set.of("from", "to", "stopDate", "customers", "waiting")),
            Map.entry("campaign-finished", Set.of("from", "to", "customers", "migrated", "abandoned", "passedOver")),
            Map.entry(
                    "digest",
                    Set.of("dueToday", "overdue", "answered", "covering", "groupDue", "back", "tasklist", "settings")),
            Map.entry(
                    "customer-migrated",
                    Set.of(
                            "kind",
                            "authority",
                            "interfaceAddress",
                            "domains",
                            "leftOut",
                            "givenUp",
                            "forgone",
                            "declined")),
            Map.entry("contact-change-asked", Set.of("newName", "newEmail", "link", "linkUntil")),
            Map.entry("contact-changed", Set.of("taken")),
            Map.entry("contact-kept", Set.of()),
            Map.entry("follow-link", Set.of()),
            Map.entry("scan-uploaded", Set.of("customerName", "document", "link")),
            Map.entry("ask-customer", Set.of("reason")),
            Map.entry("ask-acronym", Set.of()),
            Map.entry("mail-received", Set.of("kind", "acronymKnown")),
            Map.entry("request-declined", Set.of("outcome", "reason")),
            Map.entry("invitation", Set.of("meetingAt", "meetingPlace", "accountManagerName")),
            Map.entry("advice-appointment", Set.of("appointmentAt", "adviserName")),
            Map.entry("contract", Set.of("contractNumber", "version", "summary")),
            Map.entry("missing-copy", Set.of("contractNumber", "version", "copy1Defect", "copy2Defect")),
            Map.entry("contract-reminder", Set.of("contractNumber", "askedOn", "last")),
            Map.entry("order-lapsed", Set.of()),
            Map.entry("withdrawal-confirmed", Set.of()),
            Map.entry("order-cancelled", Set.of("reason")),
            Map.entry("letter-needed", Set.of("letterBy", "months", "lastDayOfService")),
            Map.entry("letter-reminder", Set.of("letterBy", "months", "lastDayOfService")),
            Map.entry("notice-refused", Set.of("reason")),
            Map.entry(
                    "notice-confirmed",
                    Set.of("givenBy", "moved", "notifiedOn", "lastDayOfNotice", "lastDayOfService", "endsOn")),
            Map.entry("service-ending", Set.of("lastDayOfService", "endsOn", "domains")),
            Map.entry("mail-still-here", Set.of("customerName", "lastDayOfService", "domains", "link")),
            Map.entry("service-ended", Set.of("lastDayOfService", "removalOn")),
            Map.entry("notice-withdrawn", Set.of()),
            Map.entry("notice-lapsed", Set.of()),
            Map.entry("termination-cancelled", Set.of("reason")),
            Map.entry("change-confirmed", Set.of("changes")),
            Map.entry("change-annex", Set.of("changes", "contractNumber")),
            Map.entry("change-refused", Set.of("reason")),
            Map.entry("change-done", Set.of("changes", "doneOn")),
            Map.entry("change-withdrawn", Set.of()),
            Map.entry("change-cancelled", Set.of("reason")),
            Map.entry("purchase-order", Set.of("endCustomer", "cpus", "servicePackage", "addOns")),
            Map.entry("purchase-order-cancelled", Set.of()),
            Map.entry("delivery-late", Set.of("promisedOn", "link")),
            Map.entry("new-date", Set.of("promisedOn", "newDate", "reason")),
            Map.entry("free", Set.of("freeSubject", "text")),
            Map.entry("appliance-ready", Set.of("mxTarget", "mailDomains")),
            Map.entry(
                    "former-certificates",
                    Set.of("formerAuthority", "authority", "endedEarly", "expiring", "duplicates")),
            Map.entry("trial-reminder", Set.of("trialEndsOn", "lastSafeDay", "noticeDays", "goesOn", "late")),
            Map.entry("trial-reminder-account-manager", Set.of("customerName", "trialEndsOn", "lastSafeDay", "link")),
            Map.entry("trial-ended", Set.of("trialEndsOn", "contractNumber")),
            Map.entry("trial-ended-account-manager", Set.of("customerName", "trialEndsOn", "goesOn", "link")),
            Map.entry("contract-countersigned", Set.of("contractNumber", "returnedBy")),
            Map.entry("support-ticket", Set.of("partner", "ticketAddress", "ticketSubject", "numbered", "question")),
            Map.entry(
                    "support-passed-on",
                    Set.of("customerName", "acronym", "question", "contactName", "contactEmail", "link")),
            Map.entry("support-answer", Set.of("answer", "question")),
            Map.entry("service-activated", Set.of("activatedOn", "mailDomains")));
    private static final Map<String, Locale> LOCALES = Map.of(
            "nl", Locale.forLanguageTag("nl-BE"),
            "fr", Locale.forLanguageTag("fr-BE"),
            "en", Locale.forLanguageTag("en-GB"),
            "de", Locale.forLanguageTag("de-BE"));
    private static final int LINE_LENGTH = 76;

    private final Belnet belnet;
    private final PageLinks pages;
    private final ResourceBundleMessageSource messages = messages();
    private final SpringTemplateEngine html = engine(".html", TemplateMode.HTML);
    private final SpringTemplateEngine text = engine(".txt", TemplateMode.TEXT);

    MailWriter(Belnet belnet, PageLinks pages) {
        this.belnet = belnet;
        this.pages = pages;
    }

    /**
     * @param order null where the mail is about none
     * @throws IllegalArgumentException when no template has this name, or its model lacks a key
     */
    Rendered write(Mail mail, Order order) {
        check(mail);
        Context model = model(mail, order);
        String words = text.process("subject", model).strip();
        String subject = order == null ? words : "[%s] %s".formatted(order.number(), words);
        model.setVariable("subject", subject);
        return new Rendered(subject, text(mail.template(), model), html(mail.template(), model));
    }

    /** A text of the mails' bundle. */
    String say(String key, String language, Object... arguments) {
        return messages.getMessage(key, arguments, locale(language));
    }

    static String day(LocalDate day, String language) {
        return WrittenDates.weekday(day, locale(language));
    }

    private String text(String template, Context model) {
        model.setVariable("body", text.process(template, model).strip());
        return wrap(text.process("layout", model)
                        .strip()
                        .replaceAll(" +\n", "\n")
                        .replaceAll("\n{3,}", "\n\n")) + "\n";
    }

    private String html(String template, Context model) {
        model.setVariable("body", html.process(template, model));
        return html.process("layout", model);
    }

    private Context model(Mail mail, Order order) {
        String language = mail.to().language();
        var model = new Context(locale(language));
        model.setVariable("updated", false);
        model.setVariable("cancelled", false);
        model.setVariable("newline", "\n");
        mail.model().forEach((key, value) -> model.setVariable(key, printable(value, language)));
        if ("".equals(model.getVariable(OwnWords.IN_MODEL))) {
            model.removeVariable(OwnWords.IN_MODEL);
        }
        model.setVariable("template", mail.template());
        model.setVariable("recipient", PlainText.line(mail.to().name()));
        describe(order, language, model);
        model.setVariable("belnet", belnet);
        model.setVariable("address", belnet.addressLines(language));
        Optional.ofNullable(order).flatMap(about -> pages.to(about, mail.to())).ifPresent(page -> {
            model.setVariable("pageLink", page.address());
            model.setVariable("pageUntil", day(page.until(), language));
        });
        return model;
    }

    private void describe(Order order, String language, Context model) {
        model.setVariable("orderNumber", order == null ? "" : order.number());
        model.setVariable("fileKind", order == null ? "" : order.kind());
        model.setVariable("service", order == null ? "" : say("service." + order.service(), language));
        model.setVariable("serviceCode", order == null ? "" : order.service());
    }

    private Object printable(Object value, String language) {
        if (value instanceof String words) {
            return PlainText.of(words);
        } else if (value instanceof LocalDate day) {
            return day(day, language);
        } else if (value instanceof LocalDateTime time) {
            return say(
                    "when",
                    language,
                    day(time.toLocalDate(), language),
                    DateTimeFormatter.ofPattern("HH:mm").format(time));
        } else if (value instanceof List<?> list) {
            return list.stream().map(item -> printable(item, language)).toList();
        } else if (value instanceof Map<?, ?> map) {
            var printed = new LinkedHashMap<Object, Object>();
            map.forEach((label, entry) -> printed.put(printable(label, language), printable(entry, language)));
            return printed;
        }
        return value;
    }

    private static void check(Mail mail) {
        Set<String> required = REQUIRED.get(mail.template());
        if (required == null || !mail.model().keySet().containsAll(required)) {
            throw new IllegalArgumentException("Mail " + mail.template() + " needs " + required);
        }
        if (!LOCALES.containsKey(mail.to().language())) {
            throw new IllegalArgumentException("No mails in this language");
        }
    }

    private static String wrap(String text) {
        return text.lines().map(MailWriter::wrapLine).collect(Collectors.joining("\n"));
    }

    private static String wrapLine(String line) {
        var wrapped = new StringBuilder();
        int column = 0;
        for (String word : line.split(" ")) {
            boolean fits = column + 1 + word.length() <= LINE_LENGTH;
            wrapped.append(column == 0 ? "" : fits ? " " : "\n").append(word);
            column = word.length() + (column > 0 && fits ? column + 1 : 0);
        }
        return wrapped.toString();
    }

    private static Locale locale(String language) {
        return LOCALES.getOrDefault(language, LOCALES.get("en"));
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource() {
            @Override
            protected String getMessageInternal(String code, Object[] arguments, Locale locale) {
                String found = super.getMessageInternal(code, arguments, locale);
                if (found == null) {
                    throw new IllegalArgumentException("No text " + code);
                }
                return found;
            }
        };
        messages.setBasename("messages/mail");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private SpringTemplateEngine engine(String suffix, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/mail/");
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }
}
