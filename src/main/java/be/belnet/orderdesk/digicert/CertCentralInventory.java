package be.belnet.orderdesk.digicert;

import be.belnet.orderdesk.dcs.AuthorityTime;
import be.belnet.orderdesk.dcs.CertificateInventory;
import be.belnet.orderdesk.dcs.FormerCertificate;
import be.belnet.orderdesk.dcs.FormerCertificate.Status;
import be.belnet.orderdesk.dcs.FormerDomain;
import be.belnet.orderdesk.dcs.FormerOrganisation;
import be.belnet.orderdesk.digicert.CertCentral.Certificate;
import be.belnet.orderdesk.digicert.CertCentral.DcvExpiration;
import be.belnet.orderdesk.digicert.CertCentral.Domain;
import be.belnet.orderdesk.digicert.CertCentral.Order;
import be.belnet.orderdesk.digicert.CertCentral.Organization;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** CertCentral's lists in the words of the service. */
class CertCentralInventory implements CertificateInventory {
    private static final int DATE = 10;

    private final CertCentral certCentral;
    private final Clock clock;

    CertCentralInventory(CertCentral certCentral, Clock clock) {
        this.certCentral = certCentral;
        this.clock = clock;
    }

    @Override
    public String name() {
        return CertCentral.NAME;
    }

    @Override
    public List<FormerOrganisation> organisations() {
        return certCentral.organizations().stream()
                .map(CertCentralInventory::organisation)
                .toList();
    }

    @Override
    public List<FormerDomain> domains(String organisationId) {
        return certCentral.domains().stream()
                .filter(domain -> domain.organization() != null)
                .filter(domain -> organisationId.equals(
                        String.valueOf(domain.organization().id())))
                .map(CertCentralInventory::domain)
                .toList();
    }

    @Override
    public List<FormerCertificate> certificates(String organisationId) {
        return certCentral.orders(organisationId).stream()
                .map(this::certificate)
                .toList();
    }

    private static FormerOrganisation organisation(Organization one) {
        return new FormerOrganisation(
                String.valueOf(one.id()), one.name(), one.assumedName(), "active".equals(one.status()));
    }

    private static FormerDomain domain(Domain one) {
        return new FormerDomain(one.name().toLowerCase(Locale.ROOT), one.active(), validatedUntil(one.dcvExpiration()));
    }

    private static LocalDate validatedUntil(DcvExpiration expiration) {
        return expiration == null ? null : day(expiration.ov());
    }

    /** The day of a date with or without a time; null for none, and for what is no date. */
    private static LocalDate day(String date) {
        try {
            return date == null ? null : LocalDate.parse(date.substring(0, Math.min(DATE, date.length())));
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    private FormerCertificate certificate(Order order) {
        return new FormerCertificate(
                String.valueOf(order.id()),
                names(order.certificate()),
                status(order),
                day(order.certificate().validTill()),
                order.hasDuplicates());
    }

    private static List<String> names(Certificate certificate) {
        return Stream.concat(
                        Stream.ofNullable(certificate.commonName()),
                        Stream.ofNullable(certificate.dnsNames()).flatMap(List::stream))
                .filter(Objects::nonNull)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** An issued order stays so when its certificate runs out, and while another one is being made. */
    private Status status(Order order) {
        return switch (Objects.toString(order.status(), "")) {
            case "issued", "reissue_pending" -> byExpiry(day(order.certificate().validTill()));
            case "expired" -> Status.EXPIRED;
            case "revoked" -> Status.REVOKED;
            case "pending", "needs_approval", "approved", "processing", "needs_csr", "waiting_pickup" -> Status.PENDING;
            case "rejected", "canceled" -> Status.NOT_ISSUED;
            default -> Status.UNKNOWN;
        };
    }

    private Status byExpiry(LocalDate last) {
        if (last == null) {
            return Status.UNKNOWN;
        }
        return last.isBefore(AuthorityTime.today(clock)) ? Status.EXPIRED : Status.VALID;
    }
}
