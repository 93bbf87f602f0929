package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.fortinet.FortiMailProduct.Parameter;
import be.belnet.sandbox.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.annotation.Transactional;

/** The configurations: which size and package a licence has. Equal names are allowed. */
class FortiFlexConfigs {

    private static final String ACTIVE = "ACTIVE";
    private static final String DISABLED = "DISABLED";

    private final JdbcClient jdbc;
    private final FortiFlexPrograms programs;
    private final Ledger ledger;

    FortiFlexConfigs(JdbcClient jdbc, FortiFlexPrograms programs, Ledger ledger) {
        this.jdbc = jdbc;
        this.programs = programs;
        this.ledger = ledger;
    }

    record ProductType(int id, String name) {}

    record Config(
            int id,
            String programSerialNumber,
            int accountId,
            String name,
            ProductType productType,
            List<Parameter> parameters,
            String status) {

        boolean isActive() {
            return ACTIVE.equals(status);
        }

        Config with(List<Parameter> complete) {
            return new Config(id, programSerialNumber, accountId, name, productType, complete, status);
        }
    }

    List<Config> list(Fields request) {
        var program = programs.get(request.text("programSerialNumber"));
        request.optionalNumber("accountId").ifPresent(programs::requireOwn);
        return jdbc
                .sql("select id from fortiflex_config where program_serial_number = ? order by id")
                .param(program.serialNumber())
                .query(Integer.class)
                .list()
                .stream()
                .map(this::get)
                .toList();
    }

    Config get(int id) {
        return jdbc.sql("""
                select config.*, program.account_id from fortiflex_config config
                join fortiflex_program program on program.serial_number = config.program_serial_number
                where config.id = ?""")
                .param(id)
                .query(FortiFlexConfigs::read)
                .optional()
                .map(config -> config.with(parameters(id)))
                .orElseThrow(() -> Refusal.because("Invalid parameter value: configuration " + id + " is unknown."));
    }

    @Transactional
    Config create(Fields request) {
        var program = programs.get(request.text("programSerialNumber"));
        request.optionalNumber("accountId").ifPresent(programs::requireOwn);
        var name = request.text("name");
        ledger.about(name);
        requireFortiMail(request);
        var parameters = FortiMailProduct.complete(request.objects("parameters"));
        var id = insert(program.serialNumber(), name);
        insertParameters(id, parameters);
        return counted("configuration created", id);
    }

    @Transactional
    Config update(Fields request) {
        var config = get(request.number("id"));
        var name = request.has("name") ? request.text("name") : config.name();
        jdbc.sql("update fortiflex_config set name = ? where id = ?")
                .params(name, config.id())
                .update();
        if (request.has("parameters")) {
            replaceParameters(config, request.objects("parameters"));
        }
        return counted("configuration changed", config.id());
    }

    @Transactional
    Config disable(Fields request) {
        return setStatus(request.number("id"), DISABLED, "configuration disabled");
    }

    @Transactional
    Config enable(Fields request) {
        return setStatus(request.number("id"), ACTIVE, "configuration enabled");
    }

    static void requireFortiMail(Fields request) {
        if (request.number("productTypeId") != FortiMailProduct.ID) {
            throw Refusal.invalid("productTypeId");
        }
    }

    private Config setStatus(int id, String status, String effect) {
        if (get(id).status().equals(status)) {
            return get(id);
        }
        jdbc.sql("update fortiflex_config set status = ? where id = ?")
                .params(status, id)
                .update();
        return counted(effect, id);
    }

    private Config counted(String effect, int id) {
        var config = get(id);
        ledger.about(config.name());
        ledger.effect(Licences.PARTNER, effect, config.name(), String.valueOf(id));
        return config;
    }

    private int insert(String programSerialNumber, String name) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into fortiflex_config (program_serial_number, name, status) values (?, ?, ?)")
                .params(programSerialNumber, name, ACTIVE)
                .update(keys, "id");
        return keys.getKeyAs(Integer.class);
    }

    private void replaceParameters(Config config, List<Fields> requested) {
        var parameters = FortiMailProduct.changed(config.parameters(), requested);
        jdbc.sql("delete from fortiflex_parameter where config_id = ?")
                .param(config.id())
                .update();
        insertParameters(config.id(), parameters);
    }

    private void insertParameters(int configId, List<Parameter> parameters) {
        for (var position = 0; position < parameters.size(); position++) {
            var parameter = parameters.get(position);
            jdbc.sql("insert into fortiflex_parameter (config_id, position, id, setting) values (?, ?, ?, ?)")
                    .params(configId, position, parameter.id(), parameter.value())
                    .update();
        }
    }

    private static Config read(ResultSet row, int number) throws SQLException {
        return new Config(
                row.getInt("id"),
                row.getString("program_serial_number"),
                row.getInt("account_id"),
                row.getString("name"),
                new ProductType(FortiMailProduct.ID, FortiMailProduct.NAME),
                List.of(),
                row.getString("status"));
    }

    private List<Parameter> parameters(int configId) {
        return jdbc.sql("select id, setting from fortiflex_parameter where config_id = ? order by position")
                .param(configId)
                .query((row, number) -> FortiMailProduct.parameter(row.getInt("id"), row.getString("setting")))
                .list();
    }
}
