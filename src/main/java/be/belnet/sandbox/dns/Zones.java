package be.belnet.sandbox.dns;

import be.belnet.sandbox.world.WorldPart;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * The zones and what is published in them. A new world has those of the sample customers' mail domains, and one for each
 * thing that can go wrong; a record below no zone makes the one it needs.
 */
@Component
public class Zones implements WorldPart {
    private static final Set<String> TYPES = Set.of("A", "CNAME", "TXT", "MX", "CAA");
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)(\\*\\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z0-9-]{2,63}");
    private static final long LONGEST_TTL = Integer.MAX_VALUE;
    private static final int LONGEST_VALUE = 4000;
    private static final long HOUR = 3600;

    private final JdbcClient jdbc;

    Zones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @PostConstruct
    void begin() {
        if (all().isEmpty()) {
            keepSample();
        }
    }

    @Override
    public void startAgain() {
        jdbc.sql("delete from dns_record").update();
        jdbc.sql("delete from dns_zone").update();
        keepSample();
    }

    List<Zone> all() {
        return jdbc.sql("select * from dns_zone order by name")
                .query((row, number) -> new Zone(row.getString("name"), Behaviour.valueOf(row.getString("behaviour"))))
                .list();
    }

    /** The zone in which a name lies: the longest whose end it shares. */
    Optional<Zone> of(String name) {
        return all().stream().filter(zone -> zone.holds(name)).max(Comparator.comparing(zone -> zone.name()
                .length()));
    }

    List<Published> records() {
        return jdbc.sql("select * from dns_record order by name, id")
                .query(Zones::record)
                .list();
    }

    List<Published> at(String name) {
        return jdbc.sql("select * from dns_record where name = ? order by id")
                .param(name)
                .query(Zones::record)
                .list();
    }

    /** Whether anything is published at the name or below it. */
    boolean exists(String name) {
        return jdbc.sql("select count(*) from dns_record where name = ? or name like ?")
                        .params(name, "%." + name.replace("_", "\\_"))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Publishes a record, in a zone made for it where there is none. */
    @Transactional
    public Published add(String name, String type, Long ttl, String value) {
        var record = checked(name, type, ttl, value);
        if (of(record.name()).isEmpty()) {
            behave(registrable(record.name()), Behaviour.NORMAL);
        }
        jdbc.sql("insert into dns_record (name, type, ttl, record_value) values (:name, :type, :ttl, :value)")
                .paramSource(record)
                .update();
        var there = at(record.name());
        return there.get(there.size() - 1);
    }

    /** @throws ResponseStatusException 404 when there is no such record */
    public void remove(long id) {
        if (jdbc.sql("delete from dns_record where id = ?").param(id).update() == 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such record");
        }
    }

    /** Has a zone answer otherwise from now on; makes it where there is none. */
    public Zone behave(String name, Behaviour behaviour) {
        var zone = new Zone(checkedName(name), behaviour);
        jdbc.sql("merge into dns_zone (name, behaviour) key (name) values (?, ?)")
                .params(zone.name(), behaviour.name())
                .update();
        return zone;
    }

    static String checkedName(String name) {
        var plain = name == null ? "" : name.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        require(NAME.matcher(plain).matches(), "name: a domain name of two labels at least");
        return plain;
    }

    private Published checked(String name, String type, Long ttl, String value) {
        require(type != null && TYPES.contains(type), "type: one of A, CAA, CNAME, MX, TXT");
        require(ttl == null || ttl >= 0 && ttl <= LONGEST_TTL, "ttl: from 0 to " + LONGEST_TTL + " seconds");
        require(
                value != null && !value.isBlank() && value.length() <= LONGEST_VALUE,
                "value: from 1 to " + LONGEST_VALUE + " characters");
        var record = new Published(0, checkedName(name), type, ttl == null ? HOUR : ttl, value.strip());
        requireReadable(record);
        requireAlone(record);
        return record;
    }

    private static void requireReadable(Published record) {
        try {
            record.as(record.name(), record.ttl());
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "value: not one of a " + record.type() + " record: " + unreadable.getMessage());
        }
    }

    /** An alias stands alone at its name. */
    private void requireAlone(Published record) {
        var there = at(record.name());
        require(
                there.isEmpty()
                        || !record.type().equals("CNAME")
                                && there.stream().noneMatch(one -> one.type().equals("CNAME")),
                "name: an alias and something else cannot stand at one name");
    }

    private static Published record(ResultSet row, int number) throws SQLException {
        return new Published(
                row.getLong("id"),
                row.getString("name"),
                row.getString("type"),
                row.getLong("ttl"),
                row.getString("record_value"));
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, otherwise);
        }
    }

    private static String registrable(String name) {
        var labels = name.split("\\.");
        return labels[labels.length - 2] + "." + labels[labels.length - 1];
    }

    private void keepSample() {
        sampleDomains().forEach(this::keepSample);
        Stream.of(Behaviour.values())
                .filter(behaviour -> behaviour != Behaviour.NORMAL)
                .forEach(this::keepSample);
    }

    /** With a web site, which is the sandbox itself, and somebody's mail server. */
    private void keepSample(String domain) {
        add(domain, "A", HOUR, "127.0.0.1");
        add("www." + domain, "A", HOUR, "127.0.0.1");
        add(domain, "MX", HOUR, "10 mail." + domain + ".");
    }

    private void keepSample(Behaviour behaviour) {
        var zone = behave(behaviour.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".example", behaviour);
        keepSample(zone.name());
    }

    private static List<String> sampleDomains() {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var lines = format.parse(new InputStreamReader(
                Zones.class.getResourceAsStream("/sample/organisations.csv"), StandardCharsets.UTF_8))) {
            return lines.stream()
                    .flatMap(line -> Stream.of(line.get("mail_domains").split(" ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
