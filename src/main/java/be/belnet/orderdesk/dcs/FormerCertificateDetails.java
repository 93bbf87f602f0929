package be.belnet.orderdesk.dcs;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDetails.Detail;
import be.belnet.orderdesk.order.OrderFile;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells the readers of a move's file what has become of the customer's former certificates. */
@Component
class FormerCertificateDetails {
    private final FormerHomes homes;
    private final FormerCertificates certificates;
    private final Authorities authorities;
    private final OrderFile orders;

    FormerCertificateDetails(
            FormerHomes homes, FormerCertificates certificates, Authorities authorities, OrderFile orders) {
        this.homes = homes;
        this.certificates = certificates;
        this.authorities = authorities;
        this.orders = orders;
    }

    /** Those that still ran when the move began; none for files that are no move. */
    List<Detail> of(String orderNumber) {
        return homes.formerAuthority(orderNumber)
                .map(former -> of(orders.get(orderNumber), former))
                .orElse(List.of());
    }

    private List<Detail> of(Order file, String former) {
        LocalDate began = LocalDate.ofInstant(file.openedAt(), BRUSSELS);
        return certificates.of(file.acronym()).stream()
                .filter(one -> one.authority().equals(former) && one.runsOn(began))
                .map(one ->
                        new Detail("dcs.detail.formerCertificate." + one.state().code(), words(one)))
                .toList();
    }

    /** Names, the CA with its number, the last day, and what has taken its place. */
    private String words(FollowedCertificate one) {
        Stream<String> known = Stream.of(
                FormerCertificateMails.line(one.certificate()),
                authorities.name(one.authority()),
                one.certificate().expiresOn().toString());
        Stream<String> replacement = Stream.ofNullable(one.replacement())
                .map(other -> "→ %s %s".formatted(authorities.name(other.authority()), other.id()));
        return Stream.concat(known, replacement).collect(Collectors.joining(Detail.BETWEEN));
    }
}
