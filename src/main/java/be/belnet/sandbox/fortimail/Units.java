package be.belnet.sandbox.fortimail;

import be.belnet.sandbox.fortinet.Licences;
import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.openstack.MachineDeleted;
import be.belnet.sandbox.openstack.MachineStarted;
import be.belnet.sandbox.openstack.MachineStopped;
import be.belnet.sandbox.world.Rows;
import be.belnet.sandbox.world.WorldPart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The appliances. They come and go with their machines, in the transaction of the machine's change. */
@Component
class Units implements WorldPart {
    private static final Rows<Unit> UNIT_ROWS = Rows.of(Unit.class);
    private static final String TOKEN_PREFIX = "LICENSE-TOKEN:";
    private static final String BEGIN_OF_FILE = "-----BEGIN FE VM LICENSE-----";
    private static final Pattern SERIAL = Pattern.compile("FEVM[A-Z0-9]{12}");

    private final JdbcClient jdbc;
    private final Licences licences;
    private final Ledger ledger;
    private final FortiMailSettings settings;

    Units(JdbcClient jdbc, Licences licences, Ledger ledger, FortiMailSettings settings) {
        this.jdbc = jdbc;
        this.licences = licences;
        this.ledger = ledger;
        this.settings = settings;
    }

    List<Unit> all() {
        return jdbc.sql("select * from fortimail_unit order by address")
                .query(UNIT_ROWS)
                .list();
    }

    Optional<Unit> at(String address) {
        return jdbc.sql("select * from fortimail_unit where address = ?")
                .param(address)
                .query(UNIT_ROWS)
                .optional();
    }

    @EventListener
    void started(MachineStarted machine) {
        if (switchOn(machine.id()) == 0) {
            firstBoot(machine);
        } else {
            jdbc.sql("update fortimail_unit set vcpus = ? where machine_id = ?")
                    .params(machine.vcpus(), machine.id())
                    .update();
        }
    }

    @EventListener
    void stopped(MachineStopped machine) {
        jdbc.sql("update fortimail_unit set switched_on = false where machine_id = ?")
                .param(machine.id())
                .update();
        endSessions(machine.id());
    }

    @EventListener
    void deleted(MachineDeleted machine) {
        endSessions(machine.id());
        jdbc.sql("delete from fortimail_domain where machine_id = ?")
                .param(machine.id())
                .update();
        jdbc.sql("delete from fortimail_unit where machine_id = ?")
                .param(machine.id())
                .update();
    }

    void restart(Unit unit) {
        endSessions(unit.machineId());
        switchOn(unit.machineId());
    }

    /** Puts the appliance on the licence of a file, and restarts it. */
    void license(Unit unit, String file) {
        var serial = licence(file, unit.machineId()).orElseThrow(() -> FortiMailError.invalid("Invalid license file"));
        jdbc.sql("update fortimail_unit set serial = ? where machine_id = ?")
                .params(serial, unit.machineId())
                .update();
        ledger.effect("fortimail", "licence applied", unit.reference(), serial);
        restart(unit);
    }

    @Override
    public void startAgain() {
        jdbc.sql("delete from fortimail_session").update();
        jdbc.sql("delete from fortimail_domain").update();
        jdbc.sql("delete from fortimail_unit").update();
    }

    private int switchOn(String machineId) {
        return jdbc.sql("update fortimail_unit set switched_on = true, answers_from = ? where machine_id = ?")
                .params(booted(), machineId)
                .update();
    }

    private void firstBoot(MachineStarted machine) {
        var mode = CommandLine.parse(machine.files().getOrDefault("mode", ""));
        var config = CommandLine.parse(machine.files().getOrDefault("config", ""));
        var unit = new Unit(
                machine.id(),
                machine.reference(),
                machine.address(),
                config.value("system global/hostname").orElse("FortiMail"),
                mode.value("system global/operation-mode").orElse("gateway"),
                config.value("system admin/admin/password").orElse(""),
                restEnabled(config),
                licence(machine.files().getOrDefault("license", ""), machine.id())
                        .orElse(null),
                machine.vcpus(),
                true,
                booted());
        jdbc.sql(
                        "insert into fortimail_unit (machine_id, reference, address, host_name, operation_mode, admin_password,"
                                + " rest_enabled, serial, vcpus, switched_on, answers_from) values (:machineId, :reference,"
                                + " :address, :hostName, :operationMode, :adminPassword, :restEnabled, :serial, :vcpus,"
                                + " :switchedOn, :answersFrom)")
                .paramSource(unit)
                .update();
        ledger.effect("fortimail", "appliance started", unit.reference(), unit.shownSerial());
    }

    private static boolean restEnabled(CommandLine config) {
        return config.value("system web-service/rest-api-status")
                        .filter("enable"::equals)
                        .isPresent()
                || config.value("system global/rest-api")
                        .filter("enable"::equals)
                        .isPresent();
    }

    /** The serial number that a licence slot or file stands for; a licence another appliance runs on is none. */
    private Optional<String> licence(String text, String machineId) {
        var lines = text.lines().map(String::strip).toList();
        var byToken = lines.stream()
                .filter(line -> line.startsWith(TOKEN_PREFIX))
                .map(line -> line.substring(TOKEN_PREFIX.length()).strip())
                .findFirst()
                .flatMap(licences::consume);
        return byToken.or(() -> serialInFile(lines)).filter(serial -> !runsElsewhere(serial, machineId));
    }

    private boolean runsElsewhere(String serial, String machineId) {
        return jdbc.sql("select count(*) from fortimail_unit where serial = ? and machine_id <> ?")
                        .params(serial, machineId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Optional<String> serialInFile(List<String> lines) {
        var begin = lines.indexOf(BEGIN_OF_FILE);
        return lines.stream()
                .skip(begin + 1L)
                .filter(line -> begin >= 0 && SERIAL.matcher(line).matches())
                .findFirst();
    }

    private void endSessions(String machineId) {
        jdbc.sql("delete from fortimail_session where machine_id = ?")
                .param(machineId)
                .update();
    }

    private Instant booted() {
        return Instant.now().plus(settings.bootTime());
    }
}
