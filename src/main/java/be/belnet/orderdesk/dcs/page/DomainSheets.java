package be.belnet.orderdesk.dcs.page;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.Challenge;
import be.belnet.orderdesk.dcs.Challenge.DnsRecord;
import be.belnet.orderdesk.dcs.Challenge.MailToOneOf;
import be.belnet.orderdesk.dcs.Challenge.WebFile;
import be.belnet.orderdesk.dcs.CustomersTurn;
import be.belnet.orderdesk.dcs.DomainRecords;
import be.belnet.orderdesk.dcs.DomainWords;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.dcs.page.DomainSheet.DnsEntry;
import be.belnet.orderdesk.dcs.page.DomainSheet.FileEntry;
import be.belnet.orderdesk.dcs.page.DomainSheet.Line;
import be.belnet.orderdesk.dcs.page.DomainSheet.Look;
import be.belnet.orderdesk.dcs.page.DomainSheet.Seen;
import be.belnet.orderdesk.dns.Finding;
import be.belnet.orderdesk.dns.FindingKind;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.time.WrittenDates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts into words how a file's domains stand. */
@Component
class DomainSheets {
    /** In which the method can still be changed. */
    private static final Set<State> UNDER_WAY = EnumSet.of(State.WAITING, State.RECORD_AWAITED, State.SUBMITTED);

    private static final Set<FindingKind> CAA_NOT_SEEN =
            EnumSet.of(FindingKind.CAA_FORBIDS, FindingKind.NO_ANSWER, FindingKind.DNSSEC_FAILURE);

    private final CertificateDomains domains;
    private final CustomersTurn turn;
    private final Authorities authorities;
    private final CustomerRegister customers;
    private final DomainWords words;
    private final MessageSource messages;

    DomainSheets(
            CertificateDomains domains,
            CustomersTurn turn,
            Authorities authorities,
            CustomerRegister customers,
            DomainWords words,
            MessageSource messages) {
        this.domains = domains;
        this.turn = turn;
        this.authorities = authorities;
        this.customers = customers;
        this.words = words;
        this.messages = messages;
    }

    DomainSheet of(Order order, Locale language) {
        List<CertificateDomain> all = domains.of(order.number());
        String authority = all.stream()
                .findFirst()
                .map(domain -> authorities.name(domain.authority()))
                .orElse("");
        String webAddress = all.stream()
                .findFirst()
                .map(domain -> authorities.webAddress(domain.authority()).toString())
                .orElse(null);
        List<CertificateDomain> open = all.stream()
                .filter(domain -> domain.state().isOpen())
                .sorted(Comparator.comparing(DomainSheets::urgency))
                .toList();
        List<CertificateDomain> closed =
                all.stream().filter(domain -> !domain.state().isOpen()).toList();
        var records = new DomainRecords(all);
        return new DomainSheet(
                order.number(),
                customer(order),
                authority,
                webAddress,
                all.size(),
                closed.size(),
                counts(open, authority, language),
                open.stream().map(domain -> line(domain, authority, language)).toList(),
                closed.stream().map(domain -> line(domain, authority, language)).toList(),
                common(open),
                places(open, DomainSheets::isAskable),
                places(open, domain -> UNDER_WAY.contains(domain.state())),
                !records.isEmpty(),
                records.hasZone());
    }

    /** Places of the domains that the customer can say to be published. */
    List<Integer> askable(String orderNumber) {
        return places(domains.of(orderNumber), DomainSheets::isAskable);
    }

    /** Places of the domains whose method can be changed. */
    List<Integer> choosable(String orderNumber) {
        return places(domains.of(orderNumber), domain -> UNDER_WAY.contains(domain.state()));
    }

    private String customer(Order order) {
        return customers
                .find(order.acronym())
                .map(Organisation::legalName)
                .orElse(Optional.ofNullable(order.acronym()).orElse(""));
    }

    /** What waits for the reader first, and of that what is wrong. */
    private static int urgency(CertificateDomain domain) {
        return switch (domain.state().actor()) {
            case CUSTOMER -> isWrong(domain) ? 0 : 1;
            case AUTHORITY -> 2;
            default -> 3;
        };
    }

    private static boolean isWrong(CertificateDomain domain) {
        return isSeen(domain)
                && domain.findings().stream().anyMatch(finding -> finding.kind().blocking());
    }

    /** Whether the last look was at what is asked for now, not at what was before. */
    private static boolean isSeen(CertificateDomain domain) {
        return domain.lookedAt() != null
                && (domain.state() == State.SUBMITTED || !domain.lookedAt().isBefore(domain.stateSince()));
    }

    private static boolean isAskable(CertificateDomain domain) {
        return domain.state() == State.RECORD_AWAITED
                && (domain.challenge() instanceof DnsRecord || domain.challenge() instanceof WebFile);
    }

    private static List<Integer> places(List<CertificateDomain> all, Predicate<CertificateDomain> wanted) {
        return all.stream()
                .filter(wanted)
                .map(CertificateDomain::place)
                .sorted()
                .toList();
    }

    private List<ValidationMethod> common(List<CertificateDomain> open) {
        Set<ValidationMethod> common = EnumSet.allOf(ValidationMethod.class);
        open.stream()
                .filter(domain -> UNDER_WAY.contains(domain.state()))
                .map(turn::methods)
                .forEach(common::retainAll);
        return List.copyOf(common);
    }

    private List<String> counts(List<CertificateDomain> open, String authority, Locale language) {
        return Stream.of(Actor.CUSTOMER, Actor.AUTHORITY, Actor.BELNET)
                .map(actor -> count(open, actor, authority, language))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> count(List<CertificateDomain> open, Actor actor, String authority, Locale language) {
        long count =
                open.stream().filter(domain -> domain.state().actor() == actor).count();
        return count == 0
                ? Optional.empty()
                : Optional.of(say("count." + actor.code(), language, String.valueOf(count), authority));
    }

    private Line line(CertificateDomain domain, String authority, Locale language) {
        String turnCode = domain.state() == State.GIVEN_UP
                ? "left"
                : domain.state().actor().code();
        boolean underWay = UNDER_WAY.contains(domain.state());
        boolean wanted = domain.wildcard() == Wildcard.WANTED && domain.state().isOpen();
        boolean later = wanted && !domain.state().isOpenForWildcard();
        return new Line(
                domain.place(),
                domain.domain().name(),
                turnCode,
                say("turn." + turnCode, language, authority),
                underWay && isWrong(domain),
                words.standing(domain, language),
                now(domain, authority, language),
                domain.trouble(),
                domain.method(),
                underWay && domain.challenge() instanceof DnsRecord record ? entry(domain, record) : null,
                underWay && domain.challenge() instanceof WebFile file
                        ? new FileEntry(file.address().toString(), file.content())
                        : null,
                underWay && domain.challenge() instanceof MailToOneOf mail ? mail.addresses() : List.of(),
                domain.mailAddress(),
                isAskable(domain),
                underWay ? others(domain) : List.of(),
                domain.wildcard().isToBeCovered(),
                later ? say("wildcard.wanted", language, domain.domain(), authority) : null,
                wanted,
                domain.validUntil() == null || !underWay
                        ? null
                        : say("validUntil", language, WrittenDates.day(domain.validUntil(), language)),
                underWay ? look(domain, authority, language) : null);
    }

    private String now(CertificateDomain domain, String authority, Locale language) {
        return switch (domain.state()) {
            case RECORD_AWAITED -> asked(domain, authority, language);
            case SUBMITTED ->
                domain.mailAddress() != null && domain.method() == ValidationMethod.EMAIL
                        ? say("now.mailChosen", language, authority, domain.mailAddress())
                        : say("now.submitted", language, authority);
            case WILDCARD_AWAITED -> say("now.wildcard", language, authority, domain.domain());
            case WILDCARD_REFUSED -> say("now.wildcardRefused", language, authority, domain.domain());
            case WAITING -> say("now.waiting", language, authority);
            case REFUSED -> say("now.refused", language, authority);
            case VALIDATED, GIVEN_UP -> "";
        };
    }

    private String asked(CertificateDomain domain, String authority, Locale language) {
        Challenge challenge = domain.challenge();
        if (challenge instanceof DnsRecord) {
            return say("now.record", language);
        } else if (challenge instanceof WebFile) {
            return say("now.file", language);
        } else if (challenge instanceof MailToOneOf) {
            return domain.mailAddress() == null
                    ? say("now.mail", language, authority)
                    : say("now.mailChosen", language, authority, domain.mailAddress());
        }
        return say(challenge == null ? "now.unknown" : "now.contact", language, authority);
    }

    private List<ValidationMethod> others(CertificateDomain domain) {
        return turn.methods(domain).stream()
                .filter(method -> method != domain.method())
                .sorted()
                .toList();
    }

    private static DnsEntry entry(CertificateDomain domain, DnsRecord record) {
        String appended = domain.domain().name();
        boolean below = record.name().endsWith("." + appended);
        return new DnsEntry(
                record.type().name(),
                record.name(),
                below ? record.name().substring(0, record.name().length() - appended.length() - 1) : null,
                appended,
                record.value(),
                DomainRecords.TTL);
    }

    private Look look(CertificateDomain domain, String authority, Locale language) {
        String publishedAt = moment(domain.publishedAt(), language);
        if (!isSeen(domain)) {
            return new Look(publishedAt, null, List.of());
        }
        List<Seen> seen = new ArrayList<>();
        domain.findings().forEach(finding -> seen.add(seen(finding, language)));
        if (domain.findings().stream().map(Finding::kind).noneMatch(CAA_NOT_SEEN::contains)) {
            seen.add(new Seen("good", say("seen.caa", language, authority)));
        }
        return new Look(publishedAt, moment(domain.lookedAt(), language), seen);
    }

    private Seen seen(Finding finding, Locale language) {
        String kind = finding.kind() == FindingKind.PUBLISHED
                ? "good"
                : finding.kind().blocking() ? "bad" : "note";
        return new Seen(kind, messages.getMessage(finding, language));
    }

    private String moment(Instant at, Locale language) {
        return at == null ? null : WrittenDates.moment(at, language);
    }

    private String say(String key, Locale language, Object... arguments) {
        return messages.getMessage("domains." + key, arguments, language);
    }
}
