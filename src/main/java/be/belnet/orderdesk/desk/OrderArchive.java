package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.audit.Decisions;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.csv.CsvText;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Effects;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes all there is about one order into a ZIP file, part by part. What was erased is told as erased: the parts are
 * read from the same tables as every page, and a document's hash outlives it.
 */
@Component
class OrderArchive {
    private final OrderFile orders;
    private final OrderDocuments documents;
    private final OrderDesk desk;
    private final CustomerRegister customers;
    private final Correspondence correspondence;
    private final Decisions decisions;
    private final Effects effects;
    private final EventWords words;
    private final ObjectMapper json;
    private final Clock clock;

    OrderArchive(
            OrderFile orders,
            OrderDocuments documents,
            OrderDesk desk,
            CustomerRegister customers,
            Correspondence correspondence,
            Decisions decisions,
            Effects effects,
            EventWords words,
            ObjectMapper json,
            Clock clock) {
        this.orders = orders;
        this.documents = documents;
        this.desk = desk;
        this.customers = customers;
        this.correspondence = correspondence;
        this.decisions = decisions;
        this.effects = effects;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    /** What the last part says of the others. */
    record Manifest(String order, Instant madeAt, String madeBy, List<ZipParts.Part> parts) {}

    /** @param erased whether its bytes are gone */
    record Paper(long id, String kind, String fileName, long size, String sha256, Instant addedAt, boolean erased) {}

    record MailHead(
            long id,
            String template,
            String toName,
            String toEmail,
            String subject,
            String messageId,
            Instant writtenAt,
            Instant sentAt,
            boolean bounced,
            List<String> attachments) {}

    /** Leaves {@code out} open. */
    void write(Order order, String user, Locale locale, OutputStream out) throws IOException {
        var zip = new ZipParts(out);
        zip.add("facts.json", written(facts(order)));
        List<OrderEvent> events = orders.events(order.number());
        zip.add("timeline.json", written(events));
        zip.add("timeline.csv", timeline(events, locale));
        zip.add("decisions.json", written(decisions.of(order.number())));
        zip.add("effects.json", written(effects.ofOrder(order.number())));
        addMails(zip, order.number());
        addDocuments(zip, order.number());
        zip.add("manifest.json", written(new Manifest(order.number(), clock.instant(), user, zip.parts())));
        zip.finish();
    }

    private Map<String, Object> facts(Order order) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("order", order);
        facts.put(
                "customer",
                customers.find(order.acronym()).map(Organisation::legalName).orElse(null));
        facts.put("determined", desk.determined(order));
        facts.put("comparison", desk.comparisons(order));
        facts.put("partnerReferences", desk.references(order));
        facts.put("clocks", desk.clocks(order));
        return facts;
    }

    private byte[] timeline(List<OrderEvent> events, Locale locale) {
        return CsvText.of(
                List.of("at", "actor", "kind", "text", "facts"),
                events.stream()
                        .map(event -> List.of(
                                event.at().toString(),
                                event.actor(),
                                event.kind(),
                                words.sentence(event, locale),
                                event.facts().entrySet().stream()
                                        .map(fact -> fact.getKey() + "=" + fact.getValue())
                                        .sorted()
                                        .collect(Collectors.joining(" | "))))
                        .toList());
    }

    private void addMails(ZipParts zip, String number) throws IOException {
        List<SentMail> mails = correspondence.of(number);
        zip.add("mails.json", written(mails.stream().map(OrderArchive::head).toList()));
        for (SentMail mail : mails) {
            zip.add("mails/%d.html".formatted(mail.id()), mail.html().getBytes(StandardCharsets.UTF_8));
            zip.add("mails/%d.txt".formatted(mail.id()), mail.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static MailHead head(SentMail mail) {
        return new MailHead(
                mail.id(),
                mail.template(),
                mail.to().name(),
                mail.to().email(),
                mail.subject(),
                mail.messageId(),
                mail.writtenAt(),
                mail.sentAt(),
                mail.bounced(),
                mail.attachments());
    }

    private void addDocuments(ZipParts zip, String number) throws IOException {
        List<Document> there = documents.of(number);
        List<Paper> all = documents.every(number).stream()
                .map(document -> paper(document, !there.contains(document)))
                .toList();
        zip.add("documents.json", written(all));
        for (Document document : there) {
            zip.add(
                    "documents/%d-%s".formatted(document.id(), ZipParts.plain(document.fileName())),
                    documents.content(document));
        }
    }

    private static Paper paper(Document document, boolean erased) {
        return new Paper(
                document.id(),
                document.kind(),
                document.fileName(),
                document.size(),
                document.sha256(),
                document.addedAt(),
                erased);
    }

    private byte[] written(Object value) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
