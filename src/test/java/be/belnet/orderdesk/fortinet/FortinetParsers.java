package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.bams.Licence;
import be.belnet.orderdesk.bams.LicenceRequest;
import be.belnet.orderdesk.bams.ProtectedDomain;
import be.belnet.orderdesk.fuzz.Parser;
import be.belnet.orderdesk.partner.Answering;
import be.belnet.orderdesk.partner.PartnerClient;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What reads answers of FortiCloud and of the appliances. */
public final class FortinetParsers {
    private static final FortinetProperties.Cloud CLOUD =
            new FortinetProperties.Cloud(URI.create("https://forticloud.example/oauth/token/"), "u", "p");
    private static final FortinetProperties.Flex FLEX =
            new FortinetProperties.Flex(URI.create("https://fortiflex.example/v2"), null);
    private static final FortinetProperties.Mail MAIL =
            new FortinetProperties.Mail("https://{address}/api/v1", "admin", "p", null);
    private static final String TOKEN = "{\"access_token\":\"x\",\"expires_in\":14400,\"status\":\"success\"}";
    private static final String PROGRAM =
            "{\"status\":0,\"programs\":[{\"serialNumber\":\"ELAVMS0000000001\",\"accountId\":1,\"endDate\":\"2028-01-01T00:00:00\"}]}";
    private static final String LICENCES =
            "{\"status\":0,\"entitlements\":[{\"serialNumber\":\"FEVM000000000001\",\"configId\":1,\"description\":\"BAMS-2026-00042\","
                    + "\"endDate\":\"2027-01-01T00:00:00\",\"status\":\"ACTIVE\",\"token\":\"T\",\"tokenStatus\":\"NOTUSED\"}]}";
    private static final String CONFIGS =
            "{\"status\":0,\"configs\":[{\"id\":1,\"name\":\"KBR 2 base\",\"status\":\"ACTIVE\",\"productType\":{\"id\":202},\"parameters\":[{\"id\":1,\"value\":\"2\"}]}]}";
    private static final Licence LICENCE = new Licence("FEVM000000000001");
    private static final LicenceRequest REQUEST = new LicenceRequest("KBR", 2, "base", Set.of());

    private FortinetParsers() {}

    public static List<Parser> all() {
        return List.of(logIn(), flex(), care(), appliance());
    }

    private static Parser logIn() {
        return new Answering("FortiCloud")
                .parser(
                        "log-in to FortiCloud",
                        client -> new FortiCloudLogin("FortiCloud", client, CLOUD, "flexvm", Clock.systemUTC()),
                        List.of(
                                TOKEN,
                                Answering.answers(
                                        Answering.answer(302, "https://forticloud.example/oauth/token", ""), TOKEN),
                                Answering.answer(400, null, "{\"error\":\"x\",\"error_description\":\"y\"}")),
                        FortiCloudLogin::token);
    }

    private static Parser flex() {
        return new Answering(FortiFlex.NAME)
                .knowing("/oauth/token/", TOKEN)
                .parser(
                        "answers of FortiFlex",
                        client -> new FortiFlexLicences(
                                new FortiFlex(api(FortiFlex.NAME, client), FLEX), Answering.noLeases()),
                        List.of(
                                Answering.answers(PROGRAM, LICENCES),
                                Answering.answers(PROGRAM, LICENCES, CONFIGS),
                                Answering.answers(PROGRAM, CONFIGS, LICENCES),
                                "{\"status\":-11,\"message\":\"x\"}"),
                        licences -> licences.find("BAMS-2026-00042"),
                        licences -> licences.order("BAMS-2026-00042", REQUEST),
                        licences -> licences.activationCode(LICENCE),
                        licences -> licences.endsOn(LICENCE),
                        licences -> licences.extend(LICENCE, LocalDate.of(2027, 6, 30)),
                        FortiFlexLicences::licences,
                        licences -> licences.covers(LICENCE, REQUEST),
                        licences -> licences.change(LICENCE, REQUEST),
                        licences -> licences.hasEnded(LICENCE),
                        licences -> licences.stop(LICENCE));
    }

    private static Parser care() {
        String product =
                "{\"serialNumber\":\"FEVM000000000001\",\"description\":\"BAMS-2026-00042\",\"entitlements\":[{\"endDate\":\"2027-01-01T00:00:00\"}]}";
        return new Answering(FortiCare.NAME)
                .knowing("/oauth/token/", TOKEN)
                .parser(
                        "answers of FortiCare",
                        client -> new FortiCareLicences(new FortiCare(api(FortiCare.NAME, client))),
                        List.of(
                                Answering.answers(
                                        "{\"status\":0,\"assets\":[" + product + "]}", "{\"status\":0,\"assets\":[]}"),
                                "{\"status\":0,\"assetDetails\":" + product + "}",
                                "{\"status\":0,\"licenseFile\":\"x\"}"),
                        licences -> licences.find("BAMS-2026-00042"),
                        licences -> licences.register("BAMS-2026-00042", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"),
                        licences -> licences.licenceFile(LICENCE),
                        licences -> licences.endsOn(LICENCE),
                        FortiCareLicences::licences,
                        licences -> licences.release(LICENCE));
    }

    private static Parser appliance() {
        String domain =
                "{\"objectID\":\"1\",\"mdomain\":\"a.example\",\"maindomain\":\"a.example\",\"mxflag\":0,\"ip\":\"mx.a.example\"}";
        return new Answering(FortiMail.NAME)
                .knowing(
                        "/AdminLogin",
                        Answering.answer(
                                200, "APSCOOKIE=x; path=/", "{\"serial\":\"FEVM\",\"post_login_banner\":false}"))
                .parser(
                        "answers of an appliance",
                        client -> new FortiMailGateway(new FortiMail(client, MAIL)),
                        List.of(
                                Answering.answers(
                                        "{\"nextPage\":false,\"collection\":[{\"mkey\":\"a.example\",\"is_association\":false}]}",
                                        domain),
                                domain,
                                "{\"errorType\":4,\"errorMsg\":\"x\"}"),
                        gateway -> gateway.protectedDomains("192.0.2.1"),
                        gateway ->
                                gateway.protect("192.0.2.1", List.of(new ProtectedDomain("a.example", "mx.a.example"))),
                        gateway -> gateway.unprotect("192.0.2.1", List.of("a.example")));
    }

    private static FortiCloudApi api(String name, PartnerClient client) {
        var login = new FortiCloudLogin(name, client, CLOUD, "flexvm", Clock.systemUTC());
        return new FortiCloudApi(name, client, login, FLEX.url(), Answering.openGate(name));
    }
}
