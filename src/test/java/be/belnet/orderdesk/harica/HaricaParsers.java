package be.belnet.orderdesk.harica;

import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.OrganisationIdentity;
import be.belnet.orderdesk.fuzz.Parser;
import be.belnet.orderdesk.partner.Answering;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What reads HARICA's answers. */
public final class HaricaParsers {
    private static final HaricaProperties SETTINGS = new HaricaProperties(
            URI.create("https://harica.example"),
            URI.create("https://harica.example"),
            "m@belnet.example",
            "p",
            "",
            "pki@belnet.example",
            PartnerConnection.usual());
    private static final String PAGE =
            "<form><input name=\"__RequestVerificationToken\" type=\"hidden\" value=\"abc\"></form>";
    private static final String JWT = "e30."
            + Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString("{\"exp\":4102444800}".getBytes(StandardCharsets.UTF_8))
            + ".x";
    private static final Domain DOMAIN = new Domain("a.example");

    private HaricaParsers() {}

    public static List<Parser> all() {
        return List.of(
                new Answering(HaricaApi.NAME)
                        .parser(
                                "log-in to HARICA",
                                client -> new HaricaLogin(client, SETTINGS, Clock.systemUTC()),
                                List.of(Answering.answers(
                                        Answering.answer(200, "a=b; Path=/", PAGE),
                                        Answering.answer(200, null, JWT),
                                        PAGE)),
                                HaricaLogin::session),
                knowing(
                        "answers of HARICA",
                        client -> new HaricaCertificateAuthority(manager(client), SETTINGS, Clock.systemUTC())));
    }

    private static Parser knowing(String name, Function<PartnerClient, HaricaCertificateAuthority> adapter) {
        return new Answering(HaricaApi.NAME)
                .knowing("/api/User/Login", Answering.answer(200, null, JWT))
                .knowing("/", PAGE)
                .parser(
                        name,
                        adapter,
                        List.of(
                                "[{\"id\":\"g1\",\"alias\":\"KBR\"}]",
                                "[{\"organizationId\":\"o1\",\"domain\":\"a.example\",\"organization\":\"KBR\",\"validity\":\"2027-01-01T00:00:00\",\"validityOV\":\"2027-01-01T00:00:00.123\",\"groupId\":\"g1\"}]",
                                Answering.answers(
                                        "[{\"id\":\"g1\",\"alias\":\"KBR\"}]", "[{\"organizationId\":\"o1\"}]"),
                                Answering.answer(400, null, "{\"errorMessage\":\"x\"}")),
                        authority -> authority.findOrganisation(new OrganisationIdentity("KBR", "KBR", "0123456749")),
                        authority -> authority.validation("g1"),
                        HaricaCertificateAuthority::organisations,
                        authority -> authority.delegated(Set.of("g1")),
                        authority -> authority.findDomain("g1", DOMAIN));
    }

    private static CertManager manager(PartnerClient client) {
        return new CertManager(
                new HaricaApi(client, new HaricaLogin(client, SETTINGS, Clock.systemUTC()), SETTINGS.url()));
    }
}
