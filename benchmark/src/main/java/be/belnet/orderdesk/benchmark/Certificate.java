package be.belnet.orderdesk.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A key and its certificate for {@code localhost}, each a file.
 *
 * @param certificate PEM; also what a client has to trust
 * @param key PEM; of its owner alone
 */
record Certificate(Path certificate, Path key) {
    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "localhost";

    static Certificate in(Path folder) throws IOException {
        Path file = folder.resolve("localhost.p12");
        try {
            generate(file);
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD.toCharArray());
            }
            return new Certificate(
                    pem(
                            folder.resolve("certificate.pem"),
                            "CERTIFICATE",
                            store.getCertificate(ALIAS).getEncoded()),
                    pem(
                            folder.resolve("key.pem"),
                            "PRIVATE KEY",
                            store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void generate(Path file) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        ALIAS,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool makes no key");
        }
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        String text = "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(content));
        return Files.setPosixFilePermissions(
                Files.writeString(file, text), PosixFilePermissions.fromString("rw-------"));
    }
}
