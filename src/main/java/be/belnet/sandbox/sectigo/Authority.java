package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.world.Rows;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Issues real certificates, below a root of its own that it makes at the first. */
class Authority {
    private static final Rows<Signer> SIGNER_ROWS = Rows.of(Signer.class);

    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final byte SIGNS_CERTIFICATES = 0x06;
    private static final byte SIGNS = (byte) 0x80;
    private static final Duration LIFE = Duration.ofDays(7300);
    private static final int DNS_NAME = 2;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    Authority(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of those who sign: 0 is the root, 1 signs certificates of servers. */
    private record Signer(String privateKey, String certificate) {

        X509Certificate shown() {
            return read(Base64.getDecoder().decode(certificate));
        }

        PrivateKey key() throws GeneralSecurityException {
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey));
            return KeyFactory.getInstance("EC").generatePrivate(spec);
        }
    }

    /**
     * A certificate for these names.
     *
     * @param organisation as it stands in the subject
     */
    X509Certificate issue(PublicKey key, String organisation, String country, List<String> names, Instant until) {
        try {
            var signer = signers().get(1);
            var subject = new X500Principal("CN=%s, O=%s, C=%s"
                    .formatted(Rdn.escapeValue(names.get(0)), Rdn.escapeValue(organisation), country));
            var extensions = forServer(names, key, signer.shown().getPublicKey());
            return sign(signer.key(), signer.shown().getSubjectX500Principal(), subject, key, until, extensions);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The signer of certificates first, then the root. */
    List<X509Certificate> chain() {
        var signers = signers();
        return List.of(signers.get(1).shown(), signers.get(0).shown());
    }

    static X509Certificate read(byte[] certificate) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private List<Signer> signers() {
        var known = jdbc.sql("select private_key, certificate from sectigo_authority order by position")
                .query(SIGNER_ROWS)
                .list();
        return known.isEmpty() ? create() : known;
    }

    private List<Signer> create() {
        try {
            var root = new X500Principal("CN=Sandbox Root, O=Sandbox of a certificate authority");
            var rootKeys = keys();
            var issuer = new X500Principal("CN=Sandbox OV CA, O=Sandbox of a certificate authority");
            var issuerKeys = keys();
            var until = Instant.now().plus(LIFE);
            var rootKey = rootKeys.getPublic();
            var issuerKey = issuerKeys.getPublic();
            return List.of(
                    keep(
                            0,
                            rootKeys,
                            sign(rootKeys.getPrivate(), root, root, rootKey, until, forSigner(rootKey, rootKey))),
                    keep(
                            1,
                            issuerKeys,
                            sign(
                                    rootKeys.getPrivate(),
                                    root,
                                    issuer,
                                    issuerKey,
                                    until,
                                    forSigner(issuerKey, rootKey))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Signer keep(int position, KeyPair keys, X509Certificate certificate) throws GeneralSecurityException {
        var text = Base64.getEncoder();
        var signer = new Signer(
                text.encodeToString(keys.getPrivate().getEncoded()), text.encodeToString(certificate.getEncoded()));
        jdbc.sql("insert into sectigo_authority (position, private_key, certificate) values (?, ?, ?)")
                .params(position, signer.privateKey(), signer.certificate())
                .update();
        return signer;
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private X509Certificate sign(
            PrivateKey signer,
            X500Principal issuer,
            X500Principal subject,
            PublicKey key,
            Instant until,
            byte[] extensions)
            throws GeneralSecurityException {
        var algorithm = Der.sequence(Der.identifier(ECDSA_WITH_SHA256));
        var body = Der.sequence(
                Der.tagged(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(120, random).setBit(120)),
                algorithm,
                issuer.getEncoded(),
                Der.sequence(Der.time(Instant.now()), Der.time(until)),
                subject.getEncoded(),
                key.getEncoded(),
                Der.tagged(3, extensions));
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer);
        signature.update(body);
        return read(Der.sequence(body, algorithm, Der.bitString(0, signature.sign())));
    }

    private static byte[] forSigner(PublicKey key, PublicKey above) throws GeneralSecurityException {
        return Der.sequence(
                extension(SUBJECT_KEY, false, Der.octetString(keyId(key))),
                extension(AUTHORITY_KEY, false, Der.sequence(Der.plainTagged(0, keyId(above)))),
                extension(BASIC_CONSTRAINTS, true, Der.sequence(Der.flag(true))),
                extension(KEY_USAGE, true, Der.bitString(1, SIGNS_CERTIFICATES)));
    }

    private static byte[] forServer(List<String> names, PublicKey key, PublicKey above)
            throws GeneralSecurityException {
        var alternatives = names.stream()
                .map(name -> Der.plainTagged(DNS_NAME, Der.ascii(name)))
                .toArray(byte[][]::new);
        return Der.sequence(
                extension(SUBJECT_KEY, false, Der.octetString(keyId(key))),
                extension(AUTHORITY_KEY, false, Der.sequence(Der.plainTagged(0, keyId(above)))),
                extension(BASIC_CONSTRAINTS, true, Der.sequence()),
                extension(KEY_USAGE, true, Der.bitString(7, SIGNS)),
                extension(EXTENDED_KEY_USAGE, false, Der.sequence(Der.identifier(SERVER_AUTHENTICATION))),
                extension(ALTERNATIVE_NAMES, false, Der.sequence(alternatives)));
    }

    /** RFC 5280, section 4.2.1.2, first way. */
    private static byte[] keyId(PublicKey key) throws GeneralSecurityException {
        var bits = Der.parse(key.getEncoded()).elements().get(1).bits();
        return MessageDigest.getInstance("SHA-1").digest(bits);
    }

    private static byte[] extension(String identifier, boolean critical, byte[] value) {
        return critical
                ? Der.sequence(Der.identifier(identifier), Der.flag(true), Der.octetString(value))
                : Der.sequence(Der.identifier(identifier), Der.octetString(value));
    }
}
