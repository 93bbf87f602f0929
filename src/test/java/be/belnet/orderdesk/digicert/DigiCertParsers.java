package be.belnet.orderdesk.digicert;

import be.belnet.orderdesk.digicert.DigiCertProperties.Retry;
import be.belnet.orderdesk.fuzz.Parser;
import be.belnet.orderdesk.partner.Answering;
import be.belnet.orderdesk.partner.PartnerConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What reads DigiCert's answers. */
public final class DigiCertParsers {
    private static final DigiCertProperties SETTINGS = new DigiCertProperties(
            URI.create("https://digicert.example"),
            "devkey",
            2,
            new Retry(1, Duration.ofMillis(1), Duration.ofMillis(1)),
            PartnerConnection.usual());
    private static final String PAGE = ",\"page\":{\"total\":2,\"limit\":2,\"offset\":0}}";

    private DigiCertParsers() {}

    public static List<Parser> all() {
        return List.of(new Answering(CertCentral.NAME)
                .parser(
                        "answers of DigiCert",
                        client -> new CertCentralInventory(new CertCentral(client, SETTINGS), Clock.systemUTC()),
                        List.of(
                                "{\"organizations\":[{\"id\":1,\"name\":\"KBR\",\"assumed_name\":\"KBR\",\"status\":\"active\"},{\"id\":2}]"
                                        + PAGE,
                                "{\"domains\":[{\"id\":1,\"name\":\"a.example\",\"is_active\":true,\"organization\":{\"id\":1,\"is_active\":\"1\"},"
                                        + "\"dcv_expiration\":{\"ov\":\"2027-01-01\"}},{\"id\":2,\"name\":\"b.example\"}]"
                                        + PAGE,
                                "{\"orders\":[{\"id\":1,\"status\":\"issued\",\"certificate\":{\"common_name\":\"a.example\",\"dns_names\":"
                                        + "[\"a.example\",\"b.example\"],\"valid_till\":\"2027-01-01\"},\"has_duplicates\":false},{\"id\":2,\"certificate\":{}}]"
                                        + PAGE),
                        CertCentralInventory::organisations,
                        inventory -> inventory.domains("1"),
                        inventory -> inventory.certificates("1")));
    }
}
