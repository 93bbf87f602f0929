package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.dcs.FollowedCertificate.State;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells customers of former certificates that nothing has taken the place of: at once and on any day of those that ended
 * early; of those that run out on opening days and now and then only. All in one mail, none when all is well.
 */
@Component
class FormerCertificateMails {
    private static final String TEMPLATE = "former-certificates";
    private static final int MOST_NAMES = 5;

    private final FormerCertificates certificates;
    private final Authorities authorities;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final OpeningDays openingDays;
    private final FormerCertificatesProperties properties;
    private final Clock clock;

    FormerCertificateMails(
            FormerCertificates certificates,
            Authorities authorities,
            Correspondence correspondence,
            Recipients recipients,
            OpeningDays openingDays,
            FormerCertificatesProperties properties,
            Clock clock) {
        this.certificates = certificates;
        this.authorities = authorities;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.openingDays = openingDays;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param homes where the customer came from, the latest move last */
    void tell(String acronym, List<FormerHome> homes) {
        LocalDate today = BelgianTime.today(clock);
        FormerHome latest = homes.get(homes.size() - 1);
        List<FollowedCertificate> all = homes.stream()
                .flatMap(home -> certificates.open(acronym, home.formerAuthority()).stream())
                .toList();
        List<FollowedCertificate> endedEarly =
                all.stream().filter(one -> one.state() == State.ENDED_EARLY).toList();
        List<FollowedCertificate> expiring =
                all.stream().filter(one -> reminder(one, today).isPresent()).toList();
        Recipient contact = recipients.contact(latest.orderNumber(), ContactRole.TECHNICAL);
        boolean urgent = endedEarly.stream().anyMatch(FormerCertificateMails::isUntold);
        if (urgent || mayRemind(latest, contact, today) && isReminderDue(expiring, today)) {
            send(homes, latest, contact, endedEarly, expiring);
            endedEarly.stream().filter(FormerCertificateMails::isUntold).forEach(certificates::noteEndTold);
            expiring.forEach(
                    one -> certificates.noteReminded(one, reminder(one, today).orElseThrow()));
        }
    }

    /** Of one that ended, came back and ended again, both ends are told. */
    private static boolean isUntold(FollowedCertificate one) {
        return one.endToldAt() == null || one.endToldAt().isBefore(one.stateSince());
    }

    /** The days before its end of which a reminder has come; empty for those that run on, and that need none. */
    private Optional<Integer> reminder(FollowedCertificate one, LocalDate today) {
        return (one.state() == State.IN_USE || one.state() == State.GONE) && one.runsOn(today)
                ? properties.reminder(
                        ChronoUnit.DAYS.between(today, one.certificate().expiresOn()))
                : Optional.empty();
    }

    private boolean isReminderDue(List<FollowedCertificate> expiring, LocalDate today) {
        return expiring.stream()
                .anyMatch(one -> one.toldDays() == null || reminder(one, today).orElseThrow() < one.toldDays());
    }

    /** Before the new CA knows the customer it could do nothing yet. */
    private boolean mayRemind(FormerHome home, Recipient contact, LocalDate today) {
        return home.organisation() != null
                && openingDays.isOpen(today)
                && !correspondence.wroteTo(
                        contact.email(), TEMPLATE, clock.instant().minus(properties.remindAgain()));
    }

    private void send(
            List<FormerHome> homes,
            FormerHome latest,
            Recipient contact,
            List<FollowedCertificate> endedEarly,
            List<FollowedCertificate> expiring) {
        boolean duplicates =
                endedEarly.stream().anyMatch(one -> one.certificate().hasDuplicates())
                        || expiring.stream().anyMatch(one -> one.certificate().hasDuplicates());
        String former = homes.stream()
                .map(home -> authorities.name(home.formerAuthority()))
                .distinct()
                .collect(Collectors.joining(" / "));
        correspondence.send(new Mail(
                latest.orderNumber(),
                TEMPLATE,
                contact,
                Map.of(
                        "formerAuthority", former,
                        "authority", authorities.name(latest.authority()),
                        "endedEarly", lines(endedEarly),
                        "expiring", lines(expiring),
                        "duplicates", duplicates)));
    }

    private static Map<String, LocalDate> lines(List<FollowedCertificate> some) {
        Map<String, LocalDate> lines = new LinkedHashMap<>();
        some.forEach(one -> lines.put(line(one.certificate()), one.certificate().expiresOn()));
        return lines;
    }

    /** Names with the CA's number; those of which duplicates exist have a star. */
    static String line(FormerCertificate one) {
        List<String> names = one.names();
        String more = names.size() > MOST_NAMES ? " (+%d)".formatted(names.size() - MOST_NAMES) : "";
        return "%s%s [%s]%s"
                .formatted(
                        names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")),
                        more,
                        one.orderId(),
                        one.hasDuplicates() ? " *" : "");
    }
}
