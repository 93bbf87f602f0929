package be.belnet.orderdesk.contract;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.person.Person;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contract versions by who signed them, and for how long they are kept: years from 1 January after the contract's end. */
@Component
class SignedContracts {
    private static final String ALL = "select c.*, o.closed_at, o.acronym from contract c"
            + " join service_order o on o.number = c.order_number where ";

    private final JdbcClient jdbc;
    private final ObjectProvider<ContractEnds> ends;
    private final Period keep;

    SignedContracts(
            JdbcClient jdbc,
            ObjectProvider<ContractEnds> ends,
            @Value("${orderdesk.privacy.keep.contracts}") Period keep) {
        this.jdbc = jdbc;
        this.ends = ends;
        this.keep = keep;
    }

    /**
     * A version with the name that stands under it.
     *
     * @param accepted the customer's copies were in order, or its changes accepted; the law keeps it
     * @param signatory null where nobody signed, or the name was discarded
     * @param closedOn day on which its order was closed; null before
     */
    record Version(
            long id,
            String order,
            String number,
            int version,
            ContractState state,
            boolean accepted,
            long document,
            String signatory,
            String role,
            LocalDate receivedOn,
            LocalDate closedOn) {
        String label() {
            return "%s v%d".formatted(number, version);
        }
    }

    /** Those that somebody of this name signed for a customer that the person acts for. */
    List<Version> signedBy(Person person) {
        if (person.names().isEmpty() || person.acronyms().isEmpty()) {
            return List.of();
        }
        return jdbc.sql(ALL + "c.signatory_name in (:names) and o.acronym in (:acronyms) order by c.id")
                .param("names", person.names())
                .param("acronyms", person.acronyms())
                .query(SignedContracts::version)
                .list();
    }

    List<Version> ofOrder(String order) {
        return jdbc.sql(ALL + "c.order_number = ? order by c.id")
                .param(order)
                .query(SignedContracts::version)
                .list();
    }

    /** Accepted ones that still tell of people. */
    List<Version> keptOnes() {
        return jdbc
                .sql(ALL + "(c.signatory_name is not null or exists (select 1 from order_document d"
                        + " join order_document_content t on t.document_id = d.id where d.order_number = c.order_number))"
                        + " order by c.id")
                .query(SignedContracts::version)
                .list()
                .stream()
                .filter(Version::accepted)
                .toList();
    }

    /** The day from which the years count; empty while the contract has no end. */
    Optional<LocalDate> countsFrom(Version contract) {
        Optional<LocalDate> end = contract.state() == ContractState.VOID
                ? Optional.ofNullable(contract.closedOn())
                : ends.stream()
                        .flatMap(known -> known.endOf(contract.order(), contract.number()).stream())
                        .findFirst();
        return end.map(day -> LocalDate.of(day.getYear() + 1, 1, 1));
    }

    /** The last day on which it has to be here; null while the contract has no end. */
    LocalDate until(Version contract) {
        return countsFrom(contract).map(from -> from.plus(keep).minusDays(1)).orElse(null);
    }

    private static Version version(ResultSet row, int index) throws SQLException {
        ContractState state = ContractState.of(row.getString("state"));
        Timestamp closed = row.getTimestamp("closed_at");
        Date received = row.getDate("received_on");
        return new Version(
                row.getLong("id"),
                row.getString("order_number"),
                row.getString("number"),
                row.getInt("version"),
                state,
                isAccepted(row, state),
                row.getLong("document_id"),
                row.getString("signatory_name"),
                row.getString("signatory_role"),
                received == null ? null : received.toLocalDate(),
                closed == null ? null : LocalDate.ofInstant(closed.toInstant(), BRUSSELS));
    }

    /** Given up later or not. */
    private static boolean isAccepted(ResultSet row, ContractState state) throws SQLException {
        return Stream.of(ContractState.SIGNED, ContractState.COUNTERSIGNED).anyMatch(state::equals)
                || row.getBoolean("changes_accepted")
                || isWithoutDefect(row.getString("copy1_defect")) && isWithoutDefect(row.getString("copy2_defect"));
    }

    private static boolean isWithoutDefect(String defect) {
        return CopyDefect.NONE.code().equals(defect);
    }
}
