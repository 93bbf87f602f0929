package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.fortinet.FortiFlexConfigs.Config;
import be.belnet.sandbox.ledger.Ledger;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The licences and their tokens: fortinet.md, sections 3.3, 3.5 and 3.7. A second create makes a second licence. */
class FortiFlexEntitlements {

    static final String DEFAULT_FOLDER = "My Assets";

    private static final int MOST_AT_ONCE = 100;
    private static final int TOKEN_BYTES = 10;
    private static final String SELECT = """
            select entitlement.*, program.account_id, program.serial_number as program_serial_number,
                token.token, token.status as token_status
            from fortiflex_entitlement entitlement
            join fortiflex_config config on config.id = entitlement.config_id
            join fortiflex_program program on program.serial_number = config.program_serial_number
            join fortiflex_token token on token.serial_number = entitlement.serial_number
                and token.issue = (select max(issue) from fortiflex_token newest
                    where newest.serial_number = entitlement.serial_number)
            """;

    private final JdbcClient jdbc;
    private final FortiFlexPrograms programs;
    private final FortiFlexConfigs configs;
    private final Ledger ledger;
    private final SecureRandom random = new SecureRandom();

    FortiFlexEntitlements(JdbcClient jdbc, FortiFlexPrograms programs, FortiFlexConfigs configs, Ledger ledger) {
        this.jdbc = jdbc;
        this.programs = programs;
        this.configs = configs;
        this.ledger = ledger;
    }

    record Entitlement(
            int accountId,
            int configId,
            String description,
            String serialNumber,

            @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ss.SSS")
            LocalDateTime startDate,

            @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ss") LocalDateTime endDate,
            String status,
            String token,
            String tokenStatus,
            @JsonIgnore String programSerialNumber,
            @JsonIgnore String folderPath,
            @JsonIgnore LocalDate chargedFrom,
            @JsonIgnore LocalDate chargedUntil,
            @JsonIgnore Instant madeAt) {

        boolean isPendingOrActive() {
            return status.equals("PENDING") || status.equals("ACTIVE");
        }

        boolean hasUnusedToken() {
            return tokenStatus.equals("NOTUSED") && isPendingOrActive();
        }

        /** Another one like it, with a token that nobody issued. */
        Entitlement twin() {
            return new Entitlement(
                    accountId,
                    configId,
                    description,
                    SerialNumbers.twin(serialNumber),
                    startDate,
                    endDate,
                    status,
                    new StringBuilder(token).reverse().toString(),
                    tokenStatus,
                    programSerialNumber,
                    folderPath,
                    chargedFrom,
                    chargedUntil,
                    madeAt);
        }
    }

    record Points(int accountId, String serialNumber, int points) {}

    /** Needs {@code configId}, or {@code accountId} and {@code programSerialNumber}; a program alone is refused. */
    List<Entitlement> list(Fields request) {
        requireScope(request);
        request.optionalText("description").ifPresent(ledger::about);
        return inScope(request)
                .filter(one -> matches(request, "description", one.description()))
                .filter(one -> matches(request, "serialNumber", one.serialNumber()))
                .filter(one -> matches(request, "status", one.status()))
                .filter(one -> matches(request, "tokenStatus", one.tokenStatus()))
                .toList();
    }

    @Transactional
    List<Entitlement> create(Fields request) {
        var description = request.optionalText("description").orElse("");
        ledger.about(description);
        var config = configs.get(request.number("configId"));
        if (!config.isActive()) {
            throw Refusal.because("Invalid parameter value: configuration " + config.id() + " is disabled.");
        }
        var count = request.number("count");
        if (count < 1 || count > MOST_AT_ONCE) {
            throw Refusal.invalid("count");
        }
        var end = endDate(request, config)
                .orElse(programs.get(config.programSerialNumber()).endDate());
        return Stream.generate(() -> createOne(config, description, end, request))
                .limit(count)
                .toList();
    }

    @Transactional
    List<Entitlement> update(Fields request) {
        var entitlement = get(request);
        var config = configs.get(request.number("configId"));
        jdbc.sql(
                        "update fortiflex_entitlement set config_id = ?, description = ?, end_date = ? where serial_number = ?")
                .params(
                        config.id(),
                        request.optionalText("description").orElse(entitlement.description()),
                        endDate(request, config).orElse(entitlement.endDate()),
                        entitlement.serialNumber())
                .update();
        return counted("licence changed", entitlement.serialNumber());
    }

    /** Charging ends with this day. A licence that waits for its token can be stopped as well. */
    @Transactional
    List<Entitlement> stop(Fields request) {
        var entitlement = get(request);
        if (!entitlement.isPendingOrActive()) {
            throw wrongStatus(entitlement);
        }
        jdbc.sql("update fortiflex_entitlement set status = 'STOPPED', charged_until = ? where serial_number = ?")
                .params(programs.today(), entitlement.serialNumber())
                .update();
        return counted("licence stopped", entitlement.serialNumber());
    }

    /** ACTIVE again; one that never was goes back to PENDING, because only its token makes it active. */
    @Transactional
    List<Entitlement> reactivate(Fields request) {
        var entitlement = get(request);
        if (!entitlement.status().equals("STOPPED")) {
            throw wrongStatus(entitlement);
        }
        jdbc.sql("update fortiflex_entitlement set status = ?, charged_until = null where serial_number = ?")
                .params(entitlement.chargedFrom() == null ? "PENDING" : "ACTIVE", entitlement.serialNumber())
                .update();
        return counted("licence reactivated", entitlement.serialNumber());
    }

    /** A new token; the old one works until the new one is used. */
    @Transactional
    List<Entitlement> renewToken(Fields request) {
        var entitlement = get(request);
        if (!entitlement.isPendingOrActive()) {
            throw wrongStatus(entitlement);
        }
        issueToken(entitlement.serialNumber());
        return counted("token renewed", entitlement.serialNumber());
    }

    /** Points charged between two days, both counted. */
    List<Points> points(Fields request) {
        requireScope(request);
        var from = Dates.parse(request.text("startDate"), "startDate").toLocalDate();
        var until = Dates.parse(request.text("endDate"), "endDate").toLocalDate();
        if (until.isBefore(from)) {
            throw Refusal.invalid("endDate");
        }
        return inScope(request)
                .filter(one -> matches(request, "serialNumber", one.serialNumber()))
                .map(one -> new Points(one.accountId(), one.serialNumber(), charged(one, from, until)))
                .toList();
    }

    /** The oldest licence of an account or a configuration whose token nobody used; asked twice, it is the same one. */
    List<Entitlement> nextToken(Fields request) {
        if (!request.has("accountId") && !request.has("configId")) {
            throw Refusal.invalid("accountId");
        }
        var statuses = request.texts("status");
        return inScope(request)
                .filter(Entitlement::hasUnusedToken)
                .filter(one -> statuses.isEmpty() || statuses.contains(one.status()))
                .filter(one -> matches(request, "folderPath", one.folderPath()))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> Refusal.because("No token is available."));
    }

    /** All licences, oldest first. */
    List<Entitlement> all() {
        return select("0 = ?", 0);
    }

    /** Points bought and not charged yet; below zero they are owed, which a provider's program allows. */
    int pointsLeft(String programSerialNumber) {
        return programs.pointsBought(programSerialNumber) - charged();
    }

    /** The licence of a token that works; it is used by that. */
    @Transactional
    Optional<String> consume(String token) {
        var serial = serialOfUnused(token).filter(this::isUsable);
        serial.ifPresent(number -> {
            retireTokens(token, number);
            jdbc.sql("""
                    update fortiflex_entitlement set status = 'ACTIVE', charged_from = coalesce(charged_from, ?)
                    where serial_number = ?""").params(programs.today(), number).update();
            counted("licence activated", number);
        });
        return serial;
    }

    private Optional<String> serialOfUnused(String token) {
        return jdbc.sql("select serial_number from fortiflex_token where token = ? and status = 'NOTUSED' for update")
                .param(token)
                .query(String.class)
                .optional();
    }

    private boolean isUsable(String serialNumber) {
        return get(serialNumber).filter(Entitlement::isPendingOrActive).isPresent();
    }

    private void retireTokens(String token, String serialNumber) {
        jdbc.sql("""
                update fortiflex_token set status = 'USED' where serial_number = ?
                and issue <= (select issue from fortiflex_token where token = ?)""").params(serialNumber, token).update();
    }

    private static void requireScope(Fields request) {
        if (request.has("configId") || (request.has("accountId") && request.has("programSerialNumber"))) {
            return;
        }
        throw Refusal.invalid(request.has("programSerialNumber") ? "accountId" : "configId");
    }

    private Stream<Entitlement> inScope(Fields request) {
        var configId = request.optionalNumber("configId").map(configs::get).map(Config::id);
        var accountId = request.optionalNumber("accountId");
        accountId.ifPresent(programs::requireOwn);
        request.optionalText("programSerialNumber").ifPresent(programs::get);
        var candidates = configId.isEmpty() ? all() : select("entitlement.config_id = ?", configId.get());
        return candidates.stream()
                .filter(one -> accountId.isEmpty() || accountId.get() == one.accountId())
                .filter(one -> matches(request, "programSerialNumber", one.programSerialNumber()));
    }

    private static boolean matches(Fields request, String field, String value) {
        return request.optionalText(field).map(value::equals).orElse(true);
    }

    private Entitlement get(Fields request) {
        var entitlement = get(request.text("serialNumber")).orElseThrow(() -> Refusal.invalid("serialNumber"));
        ledger.about(entitlement.description());
        return entitlement;
    }

    private Optional<Entitlement> get(String serialNumber) {
        return select("entitlement.serial_number = ?", serialNumber).stream().findFirst();
    }

    private List<Entitlement> select(String condition, Object value) {
        expire();
        return jdbc.sql(SELECT + " where " + condition + " order by entitlement.serial_number")
                .param(value)
                .query(FortiFlexEntitlements::read)
                .list();
    }

    private Entitlement createOne(Config config, String description, LocalDateTime end, Fields request) {
        var serial = nextSerialNumber();
        var active = request.flag("skipPending");
        jdbc.sql("""
                insert into fortiflex_entitlement (serial_number, config_id, description, start_date, end_date, status,
                    folder_path, charged_from) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        serial,
                        config.id(),
                        description,
                        programs.now(),
                        end,
                        active ? "ACTIVE" : "PENDING",
                        request.optionalText("folderPath").orElse(DEFAULT_FOLDER),
                        active ? programs.today() : null)
                .update();
        issueToken(serial);
        return counted("licence created", serial).get(0);
    }

    private List<Entitlement> counted(String effect, String serialNumber) {
        var entitlement = get(serialNumber).orElseThrow();
        ledger.effect(Licences.PARTNER, effect, entitlement.description(), serialNumber);
        return List.of(entitlement);
    }

    private String nextSerialNumber() {
        var number = jdbc.sql("select next value for fortinet_serial")
                .query(Long.class)
                .single();
        return "FEVMMLTM%08d".formatted(number);
    }

    private void issueToken(String serialNumber) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
        jdbc.sql("insert into fortiflex_token (token, serial_number, status) values (?, ?, 'NOTUSED')")
                .params(token, serialNumber)
                .update();
    }

    /** Absent means: as it is, or the program's end. */
    private Optional<LocalDateTime> endDate(Fields request, Config config) {
        var end = request.optionalText("endDate").map(text -> Dates.parse(text, "endDate"));
        end.ifPresent(date -> {
            var last = programs.get(config.programSerialNumber()).endDate();
            if (date.toLocalDate().isBefore(programs.today()) || date.isAfter(last)) {
                throw Refusal.invalid("endDate");
            }
        });
        return end.map(LocalDateTime::toLocalDate).map(LocalDate::atStartOfDay);
    }

    private void expire() {
        jdbc.sql("""
                update fortiflex_entitlement set status = 'EXPIRED'
                where status in ('PENDING', 'ACTIVE') and end_date < ?""").param(programs.today().atStartOfDay()).update();
    }

    private int charged() {
        return all().stream()
                .mapToInt(one -> charged(one, LocalDate.EPOCH, programs.today()))
                .sum();
    }

    private int charged(Entitlement one, LocalDate from, LocalDate until) {
        if (one.chargedFrom() == null) {
            return 0;
        }
        var last = Stream.of(until, programs.today(), one.endDate().toLocalDate())
                .min(LocalDate::compareTo)
                .map(day -> earlier(day, one.chargedUntil()))
                .orElseThrow();
        var first = one.chargedFrom().isAfter(from) ? one.chargedFrom() : from;
        var days = Math.max(0, last.toEpochDay() - first.toEpochDay() + 1);
        return (int) days
                * FortiMailProduct.pointsADay(configs.get(one.configId()).parameters());
    }

    private static LocalDate earlier(LocalDate day, LocalDate other) {
        return other == null || day.isBefore(other) ? day : other;
    }

    private static Refusal wrongStatus(Entitlement entitlement) {
        return Refusal.because("Invalid parameter value: the entitlement is " + entitlement.status() + ".");
    }

    private static Entitlement read(ResultSet row, int number) throws SQLException {
        return new Entitlement(
                row.getInt("account_id"),
                row.getInt("config_id"),
                row.getString("description"),
                row.getString("serial_number"),
                row.getObject("start_date", LocalDateTime.class),
                row.getObject("end_date", LocalDateTime.class),
                row.getString("status"),
                row.getString("token"),
                row.getString("token_status"),
                row.getString("program_serial_number"),
                row.getString("folder_path"),
                row.getObject("charged_from", LocalDate.class),
                row.getObject("charged_until", LocalDate.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
