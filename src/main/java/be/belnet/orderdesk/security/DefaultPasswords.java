package be.belnet.orderdesk.security;

import java.util.List;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds demo users that still have the password of a laptop. */
public class DefaultPasswords {
    private static final BcryptPasswords HASHES = new BcryptPasswords();
    private static final String PREFIX = "{" + HASHES.hashAlgorithmName() + "}";

    private DefaultPasswords() {}

    /** Their names, straight from the table: attempts to sign in would be counted against them. */
    public static List<String> users(JdbcClient database) {
        return database
                .sql("select id_, salt_, pwd_ from act_id_user where id_ in (:names) order by id_")
                .param("names", StaffSetup.DEMO_USERS)
                .query((row, number) -> new Hash(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .filter(Hash::isOfTheName)
                .map(Hash::user)
                .toList();
    }

    private record Hash(String user, String salt, String hash) {
        boolean isOfTheName() {
            return hash != null
                    && hash.startsWith(PREFIX)
                    && HASHES.check(EncryptionUtil.saltPassword(user, salt), hash.substring(PREFIX.length()));
        }
    }
}
