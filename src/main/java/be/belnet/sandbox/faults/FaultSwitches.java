package be.belnet.sandbox.faults;

import be.belnet.sandbox.world.WorldPart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The switches that are on, one for each partner at most. A restart forgets none, an empty world has none. */
class FaultSwitches implements WorldPart {

    private final JdbcClient jdbc;

    FaultSwitches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FaultSwitch> all() {
        return jdbc.sql("select * from fault_switch order by partner")
                .query(FaultSwitches::read)
                .list();
    }

    /** Takes the place of the partner's earlier one. */
    FaultSwitch switchOn(FaultSwitch fault) {
        jdbc.sql("merge into fault_switch (partner, fault, calls, path, times, seconds, status, message)"
                        + " key (partner) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        fault.partner(),
                        fault.fault().name(),
                        fault.calls() == null ? null : fault.calls().name(),
                        fault.path(),
                        fault.times(),
                        fault.seconds(),
                        fault.status(),
                        fault.message())
                .update();
        return fault;
    }

    void switchOff(String partner) {
        jdbc.sql("delete from fault_switch where partner = ?").param(partner).update();
    }

    /** The partner's fault if it meets the condition, which uses up one of its times. The last one switches it off. */
    @Transactional
    Optional<FaultSwitch> hit(String partner, Predicate<FaultSwitch> condition) {
        var hit = jdbc.sql("select * from fault_switch where partner = ? for update")
                .param(partner)
                .query(FaultSwitches::read)
                .optional()
                .filter(condition);
        hit.filter(fault -> fault.times() != null).ifPresent(this::countDown);
        return hit;
    }

    @Override
    public void startAgain() {
        jdbc.sql("delete from fault_switch").update();
    }

    private void countDown(FaultSwitch fault) {
        if (fault.times() > 1) {
            jdbc.sql("update fault_switch set times = times - 1 where partner = ?")
                    .param(fault.partner())
                    .update();
        } else {
            switchOff(fault.partner());
        }
    }

    private static FaultSwitch read(ResultSet row, int number) throws SQLException {
        var calls = row.getString("calls");
        return new FaultSwitch(
                row.getString("partner"),
                Fault.valueOf(row.getString("fault")),
                calls == null ? null : Calls.valueOf(calls),
                row.getString("path"),
                row.getObject("times", Integer.class),
                row.getBigDecimal("seconds"),
                row.getObject("status", Integer.class),
                row.getString("message"));
    }
}
