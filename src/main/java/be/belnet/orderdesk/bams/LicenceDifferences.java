package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.bams.MailSecurityHoldings.Holdings;
import be.belnet.orderdesk.reconciliation.Compared;
import be.belnet.orderdesk.reconciliation.Difference;
import be.belnet.orderdesk.reconciliation.DifferenceAct;
import be.belnet.orderdesk.reconciliation.DifferenceKind;
import be.belnet.orderdesk.subscription.Subscription;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a list of licences differs from what customers have. What is missed in the list was ours before it was read and is
 * so after it; what is too much in it is nobody's after it was read: so an order or an end in between makes no difference.
 *
 * @param distributor which of both ways of buying the list is of
 * @param endAct what ends a licence there
 */
record LicenceDifferences(
        Holdings before,
        Holdings after,
        List<ListedLicence> listed,
        boolean distributor,
        LocalDate today,
        DifferenceAct endAct) {
    private static final String UNKNOWN = "unknown";
    private static final String ENDED = "ended";

    Compared compared() {
        List<Subscription> customers = customers();
        Map<String, ListedLicence> bySerial = listed.stream()
                .collect(Collectors.toMap(
                        one -> one.licence().serialNumber(), Function.identity(), LicenceDifferences::inUse));
        Stream<Difference> ofCustomers =
                customers.stream().flatMap(customer -> ofCustomer(customer, bySerial.get(serial(customer))).stream());
        Stream<Difference> afterEnd = after.ended()
                .filter(one -> serial(one) != null && isOfThisList(one) && !after.isLicenceUsed(serial(one)))
                .flatMap(one -> Optional.ofNullable(bySerial.get(serial(one)))
                        .filter(this::counts)
                        .map(licence -> afterEnd(one, licence))
                        .stream());
        Stream<Difference> nobodys = bySerial.values().stream()
                .filter(this::counts)
                .filter(one -> !after.isLicenceKnown(one.licence().serialNumber(), one.reference()))
                .map(LicenceDifferences::nobodys);
        return new Compared(
                customers.size(),
                listed.size(),
                Stream.of(ofCustomers, afterEnd, nobodys)
                        .flatMap(Function.identity())
                        .toList());
    }

    /** Those that had their licence before the list was read, and have it still. */
    private List<Subscription> customers() {
        Map<Long, Subscription> still =
                after.running().collect(Collectors.toMap(Subscription::id, Function.identity()));
        return before.running()
                .filter(this::isOfThisList)
                .filter(one -> still.containsKey(one.id())
                        && still.get(one.id()).references().equals(one.references()))
                .toList();
    }

    private Optional<Difference> ofCustomer(Subscription customer, ListedLicence licence) {
        if (licence == null || !counts(licence)) {
            return Optional.of(new Difference(
                    DifferenceKind.CUSTOMER_WITHOUT_LICENCE,
                    subject(customer),
                    customer.acronym(),
                    customer.id(),
                    serial(customer),
                    licence == null ? UNKNOWN : ENDED,
                    null));
        }
        LocalDate ours = customer.references().licenceEndsOn();
        boolean same = ours == null
                || licence.lastDay() == null
                || ours.equals(licence.lastDay())
                || after.extending().contains(customer.id());
        return same
                ? Optional.empty()
                : Optional.of(new Difference(
                        DifferenceKind.LICENCE_END_DIFFERS,
                        serial(customer),
                        customer.acronym(),
                        customer.id(),
                        ours.toString(),
                        licence.lastDay().toString(),
                        DifferenceAct.TAKE_END));
    }

    private Difference afterEnd(Subscription ended, ListedLicence licence) {
        return new Difference(
                DifferenceKind.LICENCE_AFTER_END,
                serial(ended),
                ended.acronym(),
                ended.id(),
                ended.endsOn().toString(),
                day(licence),
                endAct);
    }

    private static Difference nobodys(ListedLicence licence) {
        return new Difference(
                DifferenceKind.LICENCE_WITHOUT_CUSTOMER,
                licence.licence().serialNumber(),
                null,
                null,
                null,
                day(licence),
                null);
    }

    /** Of two entries of one serial number, which no list should have, the one that is in use. */
    private static ListedLicence inUse(ListedLicence one, ListedLicence other) {
        return one.inUse() ? one : other;
    }

    /** In use, and not over. */
    private boolean counts(ListedLicence licence) {
        return licence.inUse()
                && (licence.lastDay() == null || !licence.lastDay().isBefore(today));
    }

    private boolean isOfThisList(Subscription subscription) {
        return after.isThroughDistributor(subscription) == distributor;
    }

    private static String subject(Subscription customer) {
        return Optional.ofNullable(serial(customer))
                .orElse(Optional.ofNullable(customer.agreement().contractNumber())
                        .orElse("#" + customer.id()));
    }

    private static String serial(Subscription subscription) {
        return subscription.references().licenceSerial();
    }

    private static String day(ListedLicence licence) {
        return licence.lastDay() == null ? null : licence.lastDay().toString();
    }
}
