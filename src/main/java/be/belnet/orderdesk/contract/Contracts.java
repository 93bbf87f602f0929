package be.belnet.orderdesk.contract;

import be.belnet.orderdesk.contract.ContractTerms.Policy;
import be.belnet.orderdesk.database.ReadOnce;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of contract versions. */
@Component
class Contracts {
    /** The highest versions, by the number of their order. */
    static final ReadOnce<String, Optional<Row>> READ = new ReadOnce<>();

    private final JdbcClient jdbc;

    Contracts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The highest version of an order, given up or not. */
    Optional<Row> latest(String orderNumber) {
        return READ.get(orderNumber, this::read);
    }

    /** The latest version, unless it was given up. */
    Optional<Contract> current(String orderNumber) {
        return inForce(orderNumber).map(Row::contract);
    }

    /** @throws UnknownContractException when there is none that was not given up */
    Contract get(String orderNumber) {
        return row(orderNumber).contract();
    }

    /** @throws UnknownContractException as {@link #get} */
    Row row(String orderNumber) {
        return inForce(orderNumber).orElseThrow(() -> new UnknownContractException(orderNumber));
    }

    int nextVersion(String orderNumber) {
        return latest(orderNumber).map(row -> row.contract().version()).orElse(0) + 1;
    }

    private Optional<Row> inForce(String orderNumber) {
        return latest(orderNumber).filter(row -> row.contract().state() != ContractState.VOID);
    }

    private Optional<Row> read(String orderNumber) {
        return jdbc.sql("select * from contract where order_number = ? order by version desc limit 1")
                .param(orderNumber)
                .query(Contracts::row)
                .optional();
    }

    void insert(Contract contract, String fingerprint) {
        READ.forget(contract.orderNumber());
        jdbc.sql("insert into contract (order_number, number, version, language, state, document_id, sha256,"
                        + " fingerprint, reopened, generated_at, registrations, asked_for, changes_accepted)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, false, ?, 0, 0, false)")
                .params(
                        contract.orderNumber(),
                        contract.number(),
                        contract.version(),
                        contract.language(),
                        contract.state().code(),
                        contract.documentId(),
                        contract.sha256(),
                        fingerprint,
                        Timestamp.from(contract.generatedAt()))
                .update();
    }

    /** Keeps which policies a version names. */
    void name(long contractId, List<Policy> policies) {
        for (int i = 0; i < policies.size(); i++) {
            jdbc.sql("insert into contract_policy (contract_id, position, policy, version) values (?, ?, ?, ?)")
                    .params(
                            contractId,
                            i,
                            policies.get(i).code(),
                            policies.get(i).version())
                    .update();
        }
    }

    /** Keeps that all policies that a version names are accepted by whoever signed it. */
    void accept(Contract contract) {
        CopiesReceived copies = contract.copies();
        jdbc.sql("insert into policy_acceptance (contract_id, position, policy, version, accepted_by, accepted_as,"
                        + " accepted_on) select contract_id, position, policy, version,"
                        + " cast(? as varchar(200)), cast(? as varchar(200)), cast(? as date)"
                        + " from contract_policy where contract_id = ?")
                .params(Arrays.asList(
                        copies.signatoryName(), copies.signatoryRole(), date(copies.receivedOn()), contract.id()))
                .update();
    }

    List<PolicyAcceptance> acceptances(Contract contract) {
        return jdbc.sql("select * from policy_acceptance where contract_id = ? order by position")
                .param(contract.id())
                .query((row, index) -> new PolicyAcceptance(
                        row.getString("policy"),
                        row.getString("version"),
                        row.getString("accepted_by"),
                        row.getString("accepted_as"),
                        localDate(row, "accepted_on")))
                .list();
    }

    /** False when the version does not stand at {@code from} any more. */
    boolean move(Contract contract, ContractState from, ContractState to) {
        READ.forget(contract.orderNumber());
        return jdbc.sql("update contract set state = ? where id = ? and state = ?")
                        .params(to.code(), contract.id(), from.code())
                        .update()
                == 1;
    }

    /** How many versions were given up by this. */
    int voidAll(String orderNumber) {
        READ.forget(orderNumber);
        return jdbc.sql("update contract set state = 'void' where order_number = ? and state <> 'void'")
                .param(orderNumber)
                .update();
    }

    void register(Contract contract, CopiesReceived copies) {
        READ.forget(contract.orderNumber());
        jdbc.sql("update contract set registrations = registrations + 1, copies_count = ?, copy1_defect = ?,"
                        + " copy2_defect = ?, signatory_name = ?, signatory_role = ?, received_on = ?,"
                        + " changes_reason = null where id = ?")
                .params(
                        copies.count(),
                        copies.copy1Defect().code(),
                        copies.copy2Defect().code(),
                        copies.signatoryName(),
                        copies.signatoryRole(),
                        date(copies.receivedOn()),
                        contract.id())
                .update();
    }

    void noteRegistration(Contract contract, CopiesReceived copies, String by, Instant at) {
        jdbc.sql("insert into contract_registration (contract_id, registered_by, registered_at, copy1_defect,"
                        + " copy2_defect) values (?, ?, ?, ?, ?)")
                .params(
                        contract.id(),
                        by,
                        Timestamp.from(at),
                        copies.copy1Defect().code(),
                        copies.copy2Defect().code())
                .update();
    }

    /** User ids of those who registered a copy as it stands now. */
    Set<String> registrants(Contract contract) {
        return jdbc.sql("select r.registered_by from contract_registration r join contract c on c.id = r.contract_id"
                        + " where c.id = ?"
                        + " and ((r.copy1_defect = c.copy1_defect and c.copy1_defect <> 'missing')"
                        + " or (r.copy2_defect = c.copy2_defect and c.copy2_defect <> 'missing'))")
                .param(contract.id())
                .query(String.class)
                .set();
    }

    /** False when the customer was asked about the latest registration already. */
    boolean ask(Contract contract) {
        READ.forget(contract.orderNumber());
        return jdbc.sql("update contract set asked_for = registrations where id = ? and asked_for < registrations")
                        .param(contract.id())
                        .update()
                == 1;
    }

    void decideChanges(Contract contract, boolean accepted, String reason) {
        READ.forget(contract.orderNumber());
        jdbc.sql("update contract set changes_accepted = ?, changes_reason = ? where id = ?")
                .params(accepted, reason, contract.id())
                .update();
    }

    void reopen(Contract contract) {
        READ.forget(contract.orderNumber());
        jdbc.sql("update contract set reopened = true where id = ?")
                .param(contract.id())
                .update();
    }

    void countersign(Contract contract, String by, LocalDate on, String returnedBy) {
        READ.forget(contract.orderNumber());
        jdbc.sql("update contract set countersigned_by = ?, countersigned_on = ?, returned_by = ? where id = ?")
                .params(by, date(on), returnedBy, contract.id())
                .update();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        var contract = new Contract(
                row.getLong("id"),
                row.getString("order_number"),
                row.getString("number"),
                row.getInt("version"),
                row.getString("language"),
                ContractState.of(row.getString("state")),
                row.getLong("document_id"),
                row.getString("sha256"),
                row.getTimestamp("generated_at").toInstant(),
                copies(row),
                row.getBoolean("changes_accepted"),
                localDate(row, "countersigned_on"),
                row.getString("returned_by"));
        return new Row(
                contract, row.getString("fingerprint"), row.getBoolean("reopened"), row.getString("changes_reason"));
    }

    private static CopiesReceived copies(ResultSet row) throws SQLException {
        return row.getString("copy1_defect") == null
                ? null
                : new CopiesReceived(
                        row.getInt("copies_count"),
                        CopyDefect.of(row.getString("copy1_defect")),
                        CopyDefect.of(row.getString("copy2_defect")),
                        row.getString("signatory_name"),
                        row.getString("signatory_role"),
                        localDate(row, "received_on"));
    }

    private static LocalDate localDate(ResultSet row, String column) throws SQLException {
        Date value = row.getDate(column);
        return value == null ? null : value.toLocalDate();
    }

    private static Date date(LocalDate value) {
        return value == null ? null : Date.valueOf(value);
    }

    /**
     * A version and what only this module looks at.
     *
     * @param fingerprint of what the version says
     * @param reopened the next one generated is a new version
     * @param changesReason why the customer's changes were accepted or refused; null while undecided
     */
    record Row(Contract contract, String fingerprint, boolean reopened, String changesReason) {}
}
