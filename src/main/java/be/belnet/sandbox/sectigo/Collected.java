package be.belnet.sandbox.sectigo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A certificate and those above it, in the formats they can be collected in. */
record Collected(X509Certificate certificate, List<X509Certificate> above) {

    byte[] in(String format) {
        return switch (format) {
            case "x509", "pem" -> pem(all());
            case "x509CO", "pemco" -> pem(List.of(certificate));
            case "x509IO" -> pem(reversed(above));
            case "x509IOR" -> pem(above);
            case "x509R" -> pem(reversed(all()));
            case "pemia" -> pem(List.of(certificate, above.get(0)));
            case "base64" -> text(Pem.write("PKCS7", pkcs7()));
            case "bin" -> pkcs7();
            default -> throw SectigoError.refused(-126, "Certificate format is unknown");
        };
    }

    private List<X509Certificate> all() {
        var all = new ArrayList<X509Certificate>();
        all.add(certificate);
        all.addAll(above);
        return all;
    }

    private static List<X509Certificate> reversed(List<X509Certificate> list) {
        var reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static byte[] pem(List<X509Certificate> list) {
        try {
            var text = new StringBuilder();
            for (var one : list) {
                text.append(Pem.write("CERTIFICATE", one.getEncoded()));
            }
            return text(text.toString());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] pkcs7() {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertPath(all())
                    .getEncoded("PKCS7");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
