package be.belnet.sandbox.sectigo;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/** A PKCS #10 request that its key has signed. */
record CertificateRequest(Optional<String> commonName, PublicKey key) {

    private static final int LEAST_RSA_BITS = 2048;

    /** @throws SectigoError when it cannot be read, was signed by another key, or the key is too short */
    static CertificateRequest parse(String pem) {
        try {
            var parts = Der.parse(Pem.read(pem)).elements();
            var info = parts.get(0).elements();
            var key = key(info.get(2).whole());
            requireSignature(key, parts.get(1).elements().get(0).identifier(), parts.get(0), parts.get(2));
            return new CertificateRequest(commonName(info.get(1)), requireLong(key));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | GeneralSecurityException unreadable) {
            throw SectigoError.refused(-10, "The CSR cannot be decoded");
        }
    }

    private static PublicKey key(byte[] info) throws GeneralSecurityException {
        var spec = new X509EncodedKeySpec(info);
        for (var algorithm : new String[] {"RSA", "EC"}) {
            try {
                return KeyFactory.getInstance(algorithm).generatePublic(spec);
            } catch (GeneralSecurityException another) {
                // Perhaps the next
            }
        }
        throw SectigoError.refused(-11, "The CSR uses a key algorithm that is not supported");
    }

    private static void requireSignature(PublicKey key, String algorithm, Der signed, Der signature)
            throws GeneralSecurityException {
        var check = Signature.getInstance(algorithm);
        check.initVerify(key);
        check.update(signed.whole());
        if (!check.verify(signature.bits())) {
            throw new GeneralSecurityException("signed by another key");
        }
    }

    private static PublicKey requireLong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            throw SectigoError.refused(-138, "The CSR uses a key size that is not supported");
        }
        return key;
    }

    private static Optional<String> commonName(Der subject) {
        try {
            var name = new LdapName(new X500Principal(subject.whole()).getName());
            return name.getRdns().stream()
                    .filter(part -> part.getType().equalsIgnoreCase("CN"))
                    .map(part -> part.getValue().toString())
                    .findFirst();
        } catch (InvalidNameException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
