package be.belnet.orderdesk.customer;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which customers are whose. */
@Service
@Transactional
public class Portfolios {
    private final JdbcClient jdbc;

    Portfolios(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A customer of an account manager. */
    public record Managed(String acronym, String legalName) {}

    /**
     * Customers of an account manager, by acronym.
     *
     * @param accountManager user id
     */
    @Transactional(readOnly = true)
    public List<Managed> of(String accountManager) {
        return jdbc.sql("select acronym, legal_name from customer_organisation where account_manager = ?"
                        + " order by acronym_key")
                .param(accountManager)
                .query((row, index) -> new Managed(row.getString(1), row.getString(2)))
                .list();
    }

    /** Gives all customers of one account manager to another; how many. */
    public int move(String from, String to) {
        CustomerRegister.forgetRead();
        return jdbc.sql("update customer_organisation set account_manager = ? where account_manager = ?")
                .params(to, from)
                .update();
    }
}
