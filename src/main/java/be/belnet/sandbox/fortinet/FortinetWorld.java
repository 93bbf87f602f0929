package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.world.WorldPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets every licence and product; the program stays. */
class FortinetWorld implements WorldPart {

    private static final List<String> CHILDREN_FIRST = List.of(
            "fortiflex_token",
            "fortiflex_entitlement",
            "fortiflex_parameter",
            "fortiflex_config",
            "fortiflex_program",
            "forticare_product");

    private final JdbcClient jdbc;
    private final FortiFlexPrograms programs;

    FortinetWorld(JdbcClient jdbc, FortiFlexPrograms programs) {
        this.jdbc = jdbc;
        this.programs = programs;
    }

    @Override
    public void startAgain() {
        CHILDREN_FIRST.forEach(table -> jdbc.sql("delete from " + table).update());
        jdbc.sql("update forticare_folder set parent_id = null").update();
        jdbc.sql("delete from forticare_folder").update();
        programs.createFirst();
    }
}
