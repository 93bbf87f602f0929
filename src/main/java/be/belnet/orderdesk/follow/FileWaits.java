package be.belnet.orderdesk.follow;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.DomainLinks;
import be.belnet.orderdesk.dcs.Migrations;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.termination.NoticeDesk;
import be.belnet.orderdesk.termination.TerminationProcess;
import be.belnet.orderdesk.termination.Terminations;
import be.belnet.orderdesk.time.WrittenDates;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds what files wait for whose steps do not tell: of many domains one may be the customer's while another is Belnet's, and
 * the months of a notice are modelled as the customer's though nobody has anything to do.
 */
@Component
class FileWaits {
    private static final Set<String> ABOUT_DOMAINS = Set.of("domains-to-validate", "domains-reminder", "domains-link");
    private static final String LETTER = "userTask_registerLetter";

    private final CertificateDomains domains;
    private final DomainLinks links;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final TerminationProcess terminationProcess;
    private final Terminations terminations;
    private final NoticeDesk notices;
    private final OrderSteps steps;

    FileWaits(
            CertificateDomains domains,
            DomainLinks links,
            Correspondence correspondence,
            Recipients recipients,
            TerminationProcess terminationProcess,
            Terminations terminations,
            NoticeDesk notices,
            OrderSteps steps) {
        this.domains = domains;
        this.links = links;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.terminationProcess = terminationProcess;
        this.terminations = terminations;
        this.notices = notices;
        this.steps = steps;
    }

    /** Empty where its steps tell it, and for files that are not open. */
    Optional<FileWait> of(Order order, FileContact reader, Locale language) {
        if (order.state() != OrderState.OPEN) {
            return Optional.empty();
        }
        return switch (order.kind()) {
            case Migrations.MIGRATION, Migrations.VALIDATION -> records(order.number(), reader);
            case Terminations.KIND ->
                Stream.of(lastDay(order.number(), language), letter(order.number(), language))
                        .flatMap(Optional::stream)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    /** Before the first mail about them nothing is asked: the records of last time may do. */
    private Optional<FileWait> records(String number, FileContact reader) {
        return isCustomersTurn(number) ? lastMail(number).map(mail -> records(number, reader, mail)) : Optional.empty();
    }

    private boolean isCustomersTurn(String number) {
        return domains.of(number).stream().anyMatch(domain -> domain.state().actor() == Actor.CUSTOMER);
    }

    /** The link acts for the customer: nobody has it here but who has it by mail. */
    private FileWait records(String number, FileContact reader, SentMail mail) {
        String recipient = recipients.contact(number, ContactRole.TECHNICAL).email();
        return reader.email().equalsIgnoreCase(recipient)
                ? customers("records", List.of(), links.to(number))
                : customers("recordsMailed", List.of(FollowSheets.subject(mail)), null);
    }

    private Optional<SentMail> lastMail(String number) {
        return correspondence.of(number).stream()
                .filter(mail -> ABOUT_DOMAINS.contains(mail.template()))
                .reduce((earlier, later) -> later);
    }

    private Optional<FileWait> lastDay(String number, Locale language) {
        if (!terminationProcess.waitsForLastDay(number)) {
            return Optional.empty();
        }
        String day = day(terminations.get(number).lastDayOfService(), language);
        return Optional.of(new FileWait(Turn.NONE, "lastDay", "lastDay", List.of(day), null));
    }

    private Optional<FileWait> letter(String number, Locale language) {
        boolean isAwaited = steps.open(List.of(number)).stream()
                .anyMatch(step -> step.activity().equals(LETTER));
        return isAwaited ? Optional.of(customers("letter", letterDays(number, language), null)) : Optional.empty();
    }

    private List<String> letterDays(String number, Locale language) {
        LocalDate lastDay = notices.endByLetter(number).minusDays(1);
        return List.of(day(notices.lastDayForLetter(number), language), day(lastDay, language));
    }

    private static FileWait customers(String next, List<String> facts, DomainLinks.Link domains) {
        return new FileWait(Turn.CUSTOMER, Turn.CUSTOMER.code(), next, facts, domains);
    }

    private static String day(LocalDate day, Locale language) {
        return WrittenDates.day(day, language);
    }
}
