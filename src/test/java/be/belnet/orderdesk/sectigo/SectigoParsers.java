package be.belnet.orderdesk.sectigo;

import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.OrganisationIdentity;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.fuzz.Parser;
import be.belnet.orderdesk.partner.Answering;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerConnection;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** What reads Sectigo's answers. */
public final class SectigoParsers {
    private static final SectigoProperties SETTINGS = new SectigoProperties(
            URI.create("https://sectigo.example/api"),
            URI.create("https://sectigo.example"),
            "u",
            "p",
            "belnet",
            List.of("SSL"),
            List.of("RAO_SSL"),
            PartnerConnection.usual());
    private static final Domain DOMAIN = new Domain("a.example");

    private SectigoParsers() {}

    public static List<Parser> all() {
        return List.of(
                new Answering(CertificateManagerApi.NAME)
                        .parser(
                                "answers of Sectigo on customers",
                                client -> new SectigoCertificateAuthority(
                                        manager(client), SETTINGS, Clock.systemUTC(), Answering.noLeases()),
                                List.of(
                                        "[{\"id\":1,\"name\":\"KBR\"},{\"id\":2,\"name\":null}]",
                                        "[{\"certType\":\"OV_SSL\",\"status\":\"VALIDATED\",\"validUntil\":\"2027-01-01\",\"expirationDate\":\"2027-01-01\"}]",
                                        Answering.answers(
                                                "[{\"id\":3,\"name\":\"a.example\"},{\"id\":4,\"name\":\"*.a.example\"}]",
                                                "{\"id\":3,\"name\":\"a.example\",\"delegations\":[{\"orgId\":1,\"status\":\"ACTIVE\"}]}"),
                                        Answering.answers(
                                                "[{\"id\":5,\"login\":\"x\",\"email\":\"x@a.example\"}]",
                                                "{\"id\":5,\"login\":\"x\",\"email\":\"x@a.example\",\"credentials\":[{\"role\":\"RAO_SSL\",\"orgId\":1}]}"),
                                        Answering.answer(201, "https://sectigo.example/api/domain/v1/7", ""),
                                        Answering.answer(400, null, "{\"code\":-23,\"description\":\"x\"}")),
                                authority -> authority.findOrganisation(
                                        new OrganisationIdentity("KBR", "KBR", "0123456749")),
                                authority -> authority.validation("1"),
                                SectigoCertificateAuthority::organisations,
                                authority -> authority.delegated(Set.of("1")),
                                SectigoCertificateAuthority::administratorIds,
                                authority -> authority.findDomain("1", DOMAIN),
                                authority -> authority.addDomain("1", DOMAIN),
                                authority -> authority.removeDomain("1", DOMAIN),
                                authority -> authority.findAdministrator("1", "x@a.example")),
                new Answering(CertificateManagerApi.NAME)
                        .parser(
                                "answers of Sectigo on domains",
                                client -> new SectigoDomainValidations(manager(client)),
                                List.of(
                                        "{\"status\":\"NOT_VALIDATED\",\"orderStatus\":\"SUBMITTED\",\"expirationDate\":\"2027-01-01\",\"orderMode\":\"CNAME\"}",
                                        "{\"host\":\"_ab.a.example\",\"point\":\"cd.sectigo.com\",\"url\":\"http://a.example/.well-known/pki-validation/AB.txt\",\"firstLine\":\"a\",\"secondLine\":\"b\"}",
                                        "[\"admin@a.example\"]",
                                        "{\"emails\":[\"admin@a.example\"]}",
                                        "[{\"domain\":\"a.example\",\"dcvStatus\":\"VALIDATED\",\"dcvOrderStatus\":\"SUBMITTED\",\"expirationDate\":\"2027-01-01\"}]"),
                                validations -> validations.find(DOMAIN),
                                validations -> validations.page(0),
                                validations -> validations.start(DOMAIN, ValidationMethod.CNAME),
                                validations -> validations.start(DOMAIN, ValidationMethod.TXT),
                                validations -> validations.start(DOMAIN, ValidationMethod.EMAIL),
                                validations -> validations.submit(DOMAIN, ValidationMethod.EMAIL, "admin@a.example"),
                                validations -> validations.abandon(DOMAIN)),
                new Answering(CertificateManagerApi.NAME)
                        .parser(
                                "answers of Sectigo on certificates",
                                client -> new SectigoCertificateInventory(manager(client), Clock.systemUTC()),
                                List.of(
                                        "[{\"id\":1,\"name\":\"KBR\"}]",
                                        "{\"reports\":[{\"id\":\"1\",\"serialNumber\":\"AA\",\"commonName\":\"a.example\",\"subjAltNames\":\"a.example,b.example\",\"status\":\"Issued\",\"expires\":\"2027-01-01T00:00:00Z\"},"
                                                + "{\"subjAltNames\":[\"a.example\"],\"status\":\"Sa Approved\"}]}",
                                        Answering.answers(
                                                "[{\"id\":3,\"name\":\"a.example\"}]",
                                                "[]",
                                                "[{\"domain\":\"*.a.example\",\"expirationDate\":\"2027-01-01\"}]")),
                                SectigoCertificateInventory::organisations,
                                inventory -> inventory.domains("1"),
                                inventory -> inventory.certificates("1")));
    }

    private static CertificateManager manager(PartnerClient client) {
        return new CertificateManager(new CertificateManagerApi(client, SETTINGS));
    }
}
