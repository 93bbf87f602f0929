package be.belnet.orderdesk.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Hashes passwords slowly. SHA-256 first, because bcrypt reads no more than 72 bytes. */
class BcryptPasswords implements PasswordEncryptor {
    private static final ThreadLocal<Integer> CHECKED = ThreadLocal.withInitial(() -> 0);
    private static final BCryptPasswordEncoder BCRYPT = new BCryptPasswordEncoder();

    /** How often this thread has checked a password. */
    static int checked() {
        return CHECKED.get();
    }

    /** Takes as long as a check. */
    static void waste() {
        BCRYPT.matches("somebody", Nobody.HASH);
    }

    @Override
    public String encrypt(String password) {
        return BCRYPT.encode(shortened(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        CHECKED.set(CHECKED.get() + 1);
        return BCRYPT.matches(shortened(password), encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "BCRYPT";
    }

    static String shortened(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Made when it is first used, not at each start. */
    private static final class Nobody {
        /** Of nothing that anybody types. */
        private static final String HASH = BCRYPT.encode("nobody");
    }
}
