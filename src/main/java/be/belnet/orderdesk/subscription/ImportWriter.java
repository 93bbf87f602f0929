package be.belnet.orderdesk.subscription;

import be.belnet.orderdesk.csv.LineRefusedException;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.order.Sha256;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings subscriptions to what an accepted line says, in the caller's transaction. */
@Component
class ImportWriter {
    enum Change {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    private final JdbcClient jdbc;
    private final Subscriptions subscriptions;
    private final SubscriptionHistory history;
    private final CustomerRegister customers;

    ImportWriter(
            JdbcClient jdbc, Subscriptions subscriptions, SubscriptionHistory history, CustomerRegister customers) {
        this.jdbc = jdbc;
        this.subscriptions = subscriptions;
        this.history = history;
        this.customers = customers;
    }

    /** @throws LineRefusedException when it contradicts what is known */
    Change write(ImportedLine line) {
        String hash = Sha256.of(line.said());
        Optional<Subscription> known = known(line);
        if (known.isEmpty()) {
            refuseWhatAnotherHas(line, -1);
            create(line, hash);
            return Change.CREATED;
        }
        Subscription subscription = known.get();
        refuseContradiction(line, subscription);
        if (wasSaid(subscription, hash)) {
            return Change.UNCHANGED;
        }
        refuseWhenOutOfReach(subscription);
        refuseWhatAnotherHas(line, subscription.id());
        correct(line, subscription, hash);
        return Change.UPDATED;
    }

    /** The one with this contract, one that lives before one that has ended. */
    private Optional<Subscription> known(ImportedLine line) {
        return jdbc.sql("select * from subscription where service = ? and contract_number = ?"
                        + " order by live nulls last, id desc limit 1")
                .params(line.service(), line.agreement().contractNumber())
                .query(Subscriptions::subscription)
                .optional();
    }

    private void create(ImportedLine line, String hash) {
        long id = subscriptions.take(line.service(), line.acronym(), line.agreement());
        subscriptions.keep(id, line.agreement(), line.references(), line.domains());
        keepHash(id, hash);
    }

    private void correct(ImportedLine line, Subscription before, String hash) {
        List<String> changed = changed(line, before);
        subscriptions.keep(before.id(), line.agreement(), latest(line, before), line.domains());
        if (!line.agreement().startsOn().equals(before.agreement().startsOn())) {
            jdbc.sql("update subscription set activated_on = ? where id = ?")
                    .params(line.agreement().startsOn(), before.id())
                    .update();
        }
        keepHash(before.id(), hash);
        history.note(before.id(), "corrected", null, String.join(", ", changed));
    }

    /** A licence that was extended meanwhile is not shortened by a file. */
    private static PartnerReferences latest(ImportedLine line, Subscription before) {
        PartnerReferences said = line.references();
        LocalDate known = before.references().licenceEndsOn();
        boolean sameLicence =
                Objects.equals(said.licenceSerial(), before.references().licenceSerial());
        boolean later = known != null && (said.licenceEndsOn() == null || known.isAfter(said.licenceEndsOn()));
        return sameLicence && later
                ? new PartnerReferences(
                        said.licenceSerial(), known, said.applianceId(), said.authority(), said.organisationId())
                : said;
    }

    private List<String> changed(ImportedLine line, Subscription before) {
        List<String> changed = new ArrayList<>();
        note(
                changed,
                "contract_start",
                line.agreement().startsOn(),
                before.agreement().startsOn());
        note(
                changed,
                "price_line",
                line.agreement().priceLine(),
                before.agreement().priceLine());
        note(
                changed,
                "licence_serial",
                line.references().licenceSerial(),
                before.references().licenceSerial());
        note(
                changed,
                "licence_end",
                latest(line, before).licenceEndsOn(),
                before.references().licenceEndsOn());
        note(
                changed,
                "appliance",
                line.references().applianceId(),
                before.references().applianceId());
        note(
                changed,
                "authority",
                line.references().authority(),
                before.references().authority());
        note(
                changed,
                "organisation_id",
                line.references().organisationId(),
                before.references().organisationId());
        note(changed, "domains", line.domains(), subscriptions.domains(before.id()));
        return changed;
    }

    private static void note(List<String> changed, String column, Object said, Object known) {
        if (!Objects.equals(said, known)) {
            changed.add(column);
        }
    }

    private void refuseContradiction(ImportedLine line, Subscription known) {
        if (!customers.acronyms(line.acronym()).contains(known.acronym())) {
            throw new LineRefusedException("contract_number", "anothersContract", known.acronym());
        }
        if (known.orderNumber() != null) {
            throw new LineRefusedException("contract_number", "fromOrder", known.orderNumber());
        }
    }

    private static void refuseWhenOutOfReach(Subscription known) {
        if (known.state() == SubscriptionState.TERMINATED) {
            throw new LineRefusedException("contract_number", "ended");
        }
    }

    private void refuseWhatAnotherHas(ImportedLine line, long id) {
        refuseTaken("licence_serial", "licence_serial", line.references().licenceSerial(), id);
        refuseTaken("appliance_id", "appliance", line.references().applianceId(), id);
    }

    private void refuseTaken(String column, String field, String value, long id) {
        jdbc.sql("select acronym from subscription where live = 1 and id <> ? and " + column + " = ?")
                .params(id, value)
                .query(String.class)
                .optional()
                .ifPresent(another -> {
                    throw new LineRefusedException(field, "taken", another);
                });
    }

    private boolean wasSaid(Subscription subscription, String hash) {
        return jdbc.sql("select count(*) from subscription where id = ? and import_hash = ?")
                        .params(subscription.id(), hash)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void keepHash(long id, String hash) {
        jdbc.sql("update subscription set import_hash = ? where id = ?")
                .params(hash, id)
                .update();
    }
}
