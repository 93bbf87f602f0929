package be.belnet.orderdesk.follow;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.contract.Contract;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ContractState;
import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.follow.FollowLinks.Pass;
import be.belnet.orderdesk.follow.FollowSheet.Doc;
import be.belnet.orderdesk.follow.FollowSheet.Happening;
import be.belnet.orderdesk.follow.FollowSheet.Phase;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.time.WrittenDates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a contact may know of its file: nothing of staff, partners, prices beside the contract, or other contacts. */
@Component
class FollowSheets {
    static final String ANNEX = "changeAnnex";

    /** Which events a customer is told of, and which of their facts. */
    private static final Map<String, List<String>> TOLD = Map.ofEntries(
            Map.entry("orderReceived", List.of()),
            Map.entry("orderCompleted", List.of()),
            Map.entry("orderRejected", List.of()),
            Map.entry("orderWithdrawn", List.of()),
            Map.entry("orderCancelled", List.of()),
            Map.entry("accountManagerAssigned", List.of()),
            Map.entry("wishesDiscussed", List.of()),
            Map.entry("meetingPlanned", List.of("at")),
            Map.entry("meetingHeld", List.of()),
            Map.entry("customerAdvised", List.of()),
            Map.entry("contractSent", List.of()),
            Map.entry("contractSigned", List.of()),
            Map.entry("contractCountersigned", List.of()),
            Map.entry("changesAccepted", List.of()),
            Map.entry("changesRefused", List.of()),
            Map.entry("deliveryBegun", List.of("on")),
            Map.entry("newDateTold", List.of("on")),
            Map.entry("applianceHandedOver", List.of()),
            Map.entry("serviceActivated", List.of()),
            Map.entry("organisationValidated", List.of("on")),
            Map.entry("domainValidated", List.of("domain")),
            Map.entry("domainGivenUp", List.of("domain")),
            Map.entry("wildcardAdded", List.of("domain")),
            Map.entry("customerMigrated", List.of()),
            Map.entry("withdrawalReceived", List.of()),
            Map.entry("noticeReceived", List.of()),
            Map.entry("letterRegistered", List.of()),
            Map.entry("noticeRefused", List.of()),
            Map.entry("noticeConfirmed", List.of("lastDay")),
            Map.entry("endMoved", List.of("lastDay")),
            Map.entry("serviceEnded", List.of()),
            Map.entry("changeRequested", List.of()),
            Map.entry("annexSigned", List.of()),
            Map.entry("changeRefused", List.of()),
            Map.entry("serviceChanged", List.of("on")),
            Map.entry("questionPassedOn", List.of()),
            Map.entry("mailReceived", List.of()),
            Map.entry("mailTaken", List.of()),
            Map.entry("callReceived", List.of()),
            Map.entry("scanUploaded", List.of()),
            Map.entry("contactChangeAsked", List.of()),
            Map.entry("contactChanged", List.of()),
            Map.entry("contactKept", List.of()));

    /** Those that tell of an end which may have come in several ways. */
    private static final Set<String> ENDS = Set.of("orderRejected", "orderWithdrawn");

    private static final List<String> PHASES = List.of("request", "needs", "contract", "delivery", "active");
    private static final Set<ContractState> SIGNED = Set.of(ContractState.SIGNED, ContractState.COUNTERSIGNED);
    private static final int KIB = 1024;

    private final OrderFile orders;
    private final OrderDocuments documents;
    private final ContractDesk contracts;
    private final CustomersScans scans;
    private final ContactChanges changes;
    private final FileWaits waits;
    private final Correspondence correspondence;
    private final CustomerRegister customers;
    private final MessageSource messages;
    private final Belnet belnet;

    FollowSheets(
            OrderFile orders,
            OrderDocuments documents,
            ContractDesk contracts,
            CustomersScans scans,
            ContactChanges changes,
            FileWaits waits,
            Correspondence correspondence,
            CustomerRegister customers,
            MessageSource messages,
            Belnet belnet) {
        this.orders = orders;
        this.documents = documents;
        this.contracts = contracts;
        this.scans = scans;
        this.changes = changes;
        this.waits = waits;
        this.correspondence = correspondence;
        this.customers = customers;
        this.messages = messages;
        this.belnet = belnet;
    }

    @Transactional(readOnly = true)
    FollowSheet of(Pass pass, Locale language) {
        Order order = pass.order();
        FileContact reader = pass.reader();
        Optional<Contract> contract = contracts.current(order.number());
        Optional<ScanKind> awaited = scans.awaited(order);
        List<OrderEvent> events = orders.events(order.number());
        Optional<FileWait> wait = waits.of(order, reader, language);
        return new FollowSheet(
                order.number(),
                title(order, language),
                customer(order),
                standing(order, contract, events, wait, language),
                phases(order, contract, language),
                wait.map(FileWait::turn).orElse(order.turn()).code(),
                say("turn." + whose(order, wait), language),
                next(order, awaited, reader, wait, language),
                wait.map(FileWait::domains).orElse(null),
                awaited.filter(paper -> reader.readsContracts())
                        .map(ScanKind::code)
                        .orElse(null),
                changes.isAsked(order, reader),
                belnet.addressLines(language.getLanguage()),
                documents(order, contract, reader, language),
                happened(order, events, reader, language));
    }

    /** What a contact may have of its file's documents. */
    Optional<Document> document(Pass pass, long id) {
        return readable(pass.order(), contracts.current(pass.order().number()), pass.reader())
                .filter(document -> document.id() == id)
                .findFirst();
    }

    String title(Order order, Locale language) {
        return say("title." + order.kind(), language, say("service." + order.service(), language));
    }

    private String customer(Order order) {
        return customers
                .find(order.acronym())
                .map(Organisation::legalName)
                .orElse(Optional.ofNullable(order.acronym()).orElse(""));
    }

    private String standing(
            Order order,
            Optional<Contract> contract,
            List<OrderEvent> events,
            Optional<FileWait> wait,
            Locale language) {
        if (order.state() != OrderState.OPEN) {
            return say("state." + order.state().code() + Ending.of(order, events), language);
        }
        return order.kind().equals("order")
                ? say("phase." + phase(order, contract) + ".now", language)
                : say("state.open." + whose(order, wait), language, facts(wait));
    }

    private static String whose(Order order, Optional<FileWait> wait) {
        return wait.map(FileWait::whose).orElse(order.turn().code());
    }

    private static Object[] facts(Optional<FileWait> wait) {
        return wait.map(FileWait::facts).orElse(List.of()).toArray();
    }

    private List<Phase> phases(Order order, Optional<Contract> contract, Locale language) {
        boolean isShown = order.kind().equals("order")
                && (order.state() == OrderState.OPEN || order.state() == OrderState.COMPLETED);
        if (!isShown) {
            return List.of();
        }
        int now = order.state() == OrderState.COMPLETED ? PHASES.size() : PHASES.indexOf(phase(order, contract));
        return PHASES.stream()
                .map(phase -> new Phase(say("phase." + phase, language), standing(PHASES.indexOf(phase), now)))
                .toList();
    }

    private static String standing(int phase, int now) {
        return phase < now ? "done" : phase == now ? "current" : "ahead";
    }

    private static String phase(Order order, Optional<Contract> contract) {
        if (contract.filter(one -> SIGNED.contains(one.state())).isPresent()) {
            return "delivery";
        } else if (contract.filter(one -> one.state() == ContractState.SENT).isPresent()) {
            return "contract";
        }
        return order.accountManager() == null ? "request" : "needs";
    }

    private List<String> next(
            Order order, Optional<ScanKind> awaited, FileContact reader, Optional<FileWait> wait, Locale language) {
        if (order.state().isFinal()) {
            return List.of(say("next.over", language));
        }
        if (awaited.isPresent()) {
            String others = "next.signatory." + awaited.get().code();
            return reader.readsContracts() ? List.of() : List.of(say(others, language));
        }
        String otherwise = order.turn() == Turn.CUSTOMER ? "answer" : "nothing";
        return List.of(say("next." + wait.map(FileWait::next).orElse(otherwise), language, facts(wait)));
    }

    private List<Doc> documents(Order order, Optional<Contract> contract, FileContact reader, Locale language) {
        return readable(order, contract, reader)
                .map(document -> new Doc(
                        document.id(),
                        say("document." + document.kind(), language, day(document.addedAt(), language)),
                        say("size", language, Math.max(1, document.size() / KIB))))
                .toList();
    }

    private Stream<Document> readable(Order order, Optional<Contract> contract, FileContact reader) {
        return reader.readsContracts()
                ? documents.of(order.number()).stream().filter(document -> isReadable(document, contract))
                : Stream.empty();
    }

    /** The contract as it was sent, not as it is drawn up; what both have signed once it is on its way back. */
    private static boolean isReadable(Document document, Optional<Contract> contract) {
        Optional<ContractState> state = contract.map(Contract::state);
        if (document.kind().equals("contract")) {
            return contract.filter(one -> one.documentId() == document.id()).isPresent()
                    && state.filter(one -> one == ContractState.SENT || SIGNED.contains(one))
                            .isPresent();
        } else if (document.kind().equals(ScanKind.COUNTERSIGNED_CONTRACT.code())) {
            return state.filter(one -> one == ContractState.COUNTERSIGNED).isPresent();
        }
        return Set.of(ANNEX, ScanKind.SIGNED_COPIES.code(), ScanKind.SIGNED_ANNEX.code())
                .contains(document.kind());
    }

    private record Moment(Instant at, String words) {}

    private List<Happening> happened(Order order, List<OrderEvent> events, FileContact reader, Locale language) {
        List<Moment> all = new ArrayList<>();
        String ending = Ending.of(order, events);
        events.stream()
                .filter(FollowSheets::isTold)
                .filter(event -> !event.kind().equals("withdrawalReceived") || Ending.isWished(events))
                .forEach(event -> all.add(new Moment(event.at(), words(event, ending, language))));
        correspondence.of(order.number()).stream()
                .filter(mail -> mail.to().email().equalsIgnoreCase(reader.email()))
                .forEach(mail -> all.add(new Moment(mail.writtenAt(), say("mail", language, subject(mail)))));
        return all.stream()
                .sorted(Comparator.comparing(Moment::at).reversed())
                .map(moment -> new Happening(moment(moment.at(), language), moment.words()))
                .toList();
    }

    /** Mails of others about the file are not the customer's. */
    private static boolean isTold(OrderEvent event) {
        return TOLD.containsKey(event.kind())
                && (!event.kind().equals("mailTaken") || event.actor().equals("customer"));
    }

    /** Without the number, which stands at the head of the page. */
    static String subject(SentMail mail) {
        return mail.subject().replaceFirst("^\\[[^]]*] ", "");
    }

    /** @param ending of the file; what is said of its end differs by it */
    private String words(OrderEvent event, String ending, Locale language) {
        Object[] facts = TOLD.get(event.kind()).stream()
                .map(name -> fact(name, event.facts().getOrDefault(name, "–"), language))
                .toArray();
        String key = "event." + event.kind();
        return say(ENDS.contains(event.kind()) ? key + ending : key, language, facts);
    }

    private static String fact(String name, String value, Locale language) {
        try {
            return switch (name) {
                case "on", "lastDay" -> day(LocalDate.parse(value), language);
                case "at" -> moment(LocalDateTime.parse(value).atZone(BRUSSELS).toInstant(), language);
                default -> value;
            };
        } catch (DateTimeParseException otherwise) {
            return value;
        }
    }

    private static String day(Instant at, Locale language) {
        return day(LocalDate.ofInstant(at, BRUSSELS), language);
    }

    private static String day(LocalDate day, Locale language) {
        return WrittenDates.day(day, language);
    }

    private static String moment(Instant at, Locale language) {
        return WrittenDates.moment(at, language);
    }

    String say(String key, Locale language, Object... arguments) {
        return messages.getMessage("follow." + key, arguments, language);
    }
}
