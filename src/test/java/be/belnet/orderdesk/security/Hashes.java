package be.belnet.orderdesk.security;

/** Hashes as the engine keeps them. */
public class Hashes {
    public String of(String password) {
        return new BcryptPasswords().encrypt(password);
    }
}
