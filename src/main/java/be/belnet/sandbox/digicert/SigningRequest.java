package be.belnet.sandbox.digicert;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** A certificate signing request (PKCS #10) that any CA can read, since the old ones are used again for replacements. */
final class SigningRequest {
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int ATTRIBUTES = 0xA0;
    private static final int DNS_NAME = 0x82;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final byte[] VERSION_1 = {0x02, 0x01, 0x00};
    private static final byte[] NO_UNUSED_BITS = {0};
    private static final byte[] ECDSA_WITH_SHA256 = oid(0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02);
    private static final byte[] EXTENSION_REQUEST = oid(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x0E);
    private static final byte[] SUBJECT_ALT_NAME = oid(0x55, 0x1D, 0x11);

    private final KeyPair keys;

    /** One key for all that it writes. */
    SigningRequest() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks elliptic curves", e);
        }
    }

    /** @param names the common name first */
    String pem(List<String> names) {
        var info = der(SEQUENCE, VERSION_1, subject(names), keys.getPublic().getEncoded(), attributes(names));
        var request =
                der(SEQUENCE, info, der(SEQUENCE, ECDSA_WITH_SHA256), der(BIT_STRING, NO_UNUSED_BITS, sign(info)));
        return "-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(request)
                + "\n-----END CERTIFICATE REQUEST-----\n";
    }

    private static byte[] subject(List<String> names) {
        return new X500Principal("CN=" + names.get(0)).getEncoded();
    }

    private static byte[] attributes(List<String> names) {
        var dnsNames = names.stream()
                .map(name -> der(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII)))
                .toArray(byte[][]::new);
        var extension = der(SEQUENCE, SUBJECT_ALT_NAME, der(OCTET_STRING, der(SEQUENCE, dnsNames)));
        return der(ATTRIBUTES, der(SEQUENCE, EXTENSION_REQUEST, der(SET, der(SEQUENCE, extension))));
    }

    private byte[] sign(byte[] info) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(info);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign", e);
        }
    }

    private static byte[] oid(int... content) {
        var bytes = new byte[content.length];
        for (var i = 0; i < content.length; i++) {
            bytes[i] = (byte) content[i];
        }
        return der(0x06, bytes);
    }

    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var whole = new ByteArrayOutputStream();
        whole.write(tag);
        writeLength(content.size(), whole);
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    private static void writeLength(int length, ByteArrayOutputStream to) {
        if (length < 128) {
            to.write(length);
        } else {
            to.write(length < 256 ? 0x81 : 0x82);
            if (length >= 256) {
                to.write(length >> 8);
            }
            to.write(length);
        }
    }
}
