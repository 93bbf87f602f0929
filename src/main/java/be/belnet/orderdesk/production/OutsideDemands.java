package be.belnet.orderdesk.production;

import static be.belnet.orderdesk.production.Values.given;
import static be.belnet.orderdesk.production.Values.set;

import be.belnet.orderdesk.operations.ClockComparison;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** What lies outside: partners, mail, the clock, the disk. Only the doctor looks, since all of it may be away for a while. */
class OutsideDemands {
    private static final DataSize ROOM = DataSize.ofGigabytes(1);

    static final List<Demand> ALL = List.of(
            partner("orderdesk.fortinet.cloud.token-url"),
            partner("orderdesk.fortinet.flex.url"),
            partner("orderdesk.fortinet.care.url").onlyIf(set("orderdesk.bams.licence-route", "distributor")),
            partner("orderdesk.digicert.url"),
            partner("orderdesk.sectigo.url").onlyIf(set("orderdesk.dcs.authority", "sectigo")),
            partner("orderdesk.harica.url").onlyIf(set("orderdesk.dcs.authority", "harica")),
            partner("orderdesk.openstack.auth-url"),
            new Demand(
                    Moment.OUTSIDE,
                    "mail relay answers",
                    "look at the relay, at its certificate and at the firewall",
                    MailServers::relay),
            new Demand(
                            Moment.OUTSIDE,
                            "mail box answers",
                            "look at the mail server, at its certificate and at the firewall",
                            MailServers::box)
                    .onlyIf(given("orderdesk.intake.host")),
            new Demand(Moment.OUTSIDE, "clock agrees with the database's", "have NTP set both", OutsideDemands::clock),
            new Demand(
                    Moment.OUTSIDE,
                    "room in the folder for temporary files",
                    "make room",
                    where -> room(Path.of(System.getProperty("java.io.tmpdir")), ROOM)),
            new Demand(
                    Moment.OUTSIDE,
                    "room in the working folder",
                    "make room",
                    where -> room(Path.of("").toAbsolutePath(), ROOM)));

    private OutsideDemands() {}

    private static Demand partner(String setting) {
        return new Demand(
                Moment.OUTSIDE,
                setting + " answers",
                "look at the firewall, at the partner's certificate and at the address",
                where -> reach(where, URI.create(where.setting(setting))));
    }

    private static Seen reach(Surroundings where, URI address) throws IOException {
        if (!"https".equals(address.getScheme())) {
            return Seen.unfit("no https address");
        }
        int port = address.getPort() < 0 ? 443 : address.getPort();
        try (var line = Line.encrypted(where.tls(), address.getHost(), port)) {
            return Seen.fit("%s port %d, %s".formatted(address.getHost(), port, line.protocol()));
        }
    }

    private static Seen clock(Surroundings where) {
        Duration alarm = DurationStyle.detectAndParse(where.setting("orderdesk.operations.clock.alarm"));
        var skew = new ClockComparison(Clock.systemUTC(), where.database().get()).compare();
        return Seen.of(
                !skew.exceeds(alarm),
                "ahead by %d ms, give or take %d"
                        .formatted(skew.ahead().toMillis(), skew.doubt().toMillis()));
    }

    static Seen room(Path folder, DataSize least) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        return Seen.of(
                free >= least.toBytes(),
                "%d MB free in %s".formatted(DataSize.ofBytes(free).toMegabytes(), folder));
    }
}
