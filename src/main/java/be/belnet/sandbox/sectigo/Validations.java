package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.dns.PublicView;
import be.belnet.sandbox.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Validation of domains: sectigo-scm.md, section 6.5. A submitted validation is checked later, against what is published
 * then, and again until it succeeds or patience ends.
 */
class Validations {

    private static final String CAA_NAME = "sectigo.com";

    private final JdbcClient jdbc;
    private final Domains domains;
    private final PublicView view;
    private final Ledger ledger;
    private final SectigoSettings settings;
    private volatile boolean labels;

    Validations(JdbcClient jdbc, Domains domains, PublicView view, Ledger ledger, SectigoSettings settings) {
        this.jdbc = jdbc;
        this.domains = domains;
        this.view = view;
        this.ledger = ledger;
        this.settings = settings;
        this.labels = settings.labels();
    }

    void sendLabels(boolean on) {
        labels = on;
    }

    void startAgain() {
        labels = settings.labels();
    }

    /** A status as it is sent at present. */
    String word(String constant) {
        return labels ? Validation.label(constant) : constant;
    }

    Validation of(DomainEntry entry) {
        return of(entry, domains::find);
    }

    /**
     * Its own validation where it has one, else that of the nearest domain above it whose method reaches down: with a
     * delay, as there. An entry with a wildcard whose own has expired follows its domain again.
     */
    Validation of(DomainEntry entry, Function<String, Optional<DomainEntry>> find) {
        var now = Instant.now();
        var own = Validation.own(entry, now);
        if (own.valid() || own.validatedAt() != null && !entry.wildcard()) {
            return own;
        }
        return above(entry.name())
                .map(find)
                .flatMap(Optional::stream)
                .map(parent -> Validation.own(parent, now))
                .filter(parent ->
                        parent.validatedAt() != null && parent.method().inherited())
                .findFirst()
                .filter(parent -> !now.isBefore(
                        later(parent.validatedAt(), entry.createdAt()).plus(settings.wildcardTime())))
                .orElse(own);
    }

    /**
     * The domain to be validated, or a refusal. Where only the names below it are registered, their entry stands for it:
     * there are clients that register no other.
     */
    DomainEntry validated(Fields request) {
        var name = request.text("domain", 255);
        ledger.about(name.toLowerCase(Locale.ROOT));
        var entry = domains.find(name)
                .or(() -> domains.find(DomainEntry.WILDCARD + name))
                .orElseThrow(() -> SectigoError.refused(-727, "Domain does not exist"));
        if (entry.name().equalsIgnoreCase(name) && entry.wildcard()) {
            throw SectigoError.refused(-723, "Only high-level domains can be validated");
        }
        return entry;
    }

    /** The domain whose validation is to begin or go on, or a refusal: only once it is active and delegated. */
    DomainEntry open(Fields request) {
        var entry = validated(request);
        if (!entry.active()) {
            throw SectigoError.refused(-715, "Domain is inactive");
        }
        if (domains.delegations(entry.id()).stream().noneMatch(Delegation::active)) {
            throw SectigoError.refused(-724, "Domain has no approved delegation");
        }
        return entry;
    }

    /** Starting again what was started changes nothing. A file says nothing about names below its own. */
    void start(DomainEntry entry, Method method) {
        if (entry.wildcard() && !method.inherited()) {
            throw SectigoError.refused(-724, "Names below a domain cannot be validated with this method");
        }
        if (under(entry, method)) {
            return;
        }
        begin(entry, method, Validation.AWAITING);
        domains.count("validation started", entry);
    }

    /** What was not started cannot be submitted, but for TXT, which has no start. */
    DomainEntry submit(DomainEntry entry, Method method) {
        if (entry.orderStatus().equals(Validation.SUBMITTED) && under(entry, method)) {
            return entry;
        }
        if (method == Method.TXT) {
            begin(entry, method, Validation.AWAITING);
        } else if (!under(entry, method)) {
            throw SectigoError.refused(-724, "Validation was not started with this method");
        }
        var now = Instant.now();
        jdbc.sql("update sectigo_domain set order_status = ?, submitted_at = ?, next_check = ?, order_backend_id = ?"
                        + " where id = ?")
                .params(Validation.SUBMITTED, now, now.plus(settings.checkTime()), backendId(), entry.id())
                .update();
        domains.count("validation submitted", entry);
        return domains.get(entry.id());
    }

    DomainEntry submit(DomainEntry entry, String email) {
        if (!emails(entry).toList().contains(email)) {
            throw SectigoError.invalid("email");
        }
        var submitted = submit(entry, Method.EMAIL);
        if (!email.equals(submitted.email())) {
            jdbc.sql("update sectigo_domain set email = ?, email_reference = ?, email_confirmed = false where id = ?")
                    .params(email, UUID.randomUUID().toString(), entry.id())
                    .update();
        }
        return domains.get(entry.id());
    }

    /** Those to which a mail about the domain may go. */
    Stream<String> emails(DomainEntry entry) {
        return Stream.concat(administrators(entry).stream(), contacts(entry).stream());
    }

    /** Of the domain itself and of those above it. */
    List<String> administrators(DomainEntry entry) {
        return Stream.concat(Stream.of(entry.domain()), above(entry.domain()))
                .flatMap(domain -> Stream.of("admin", "administrator", "hostmaster", "postmaster", "webmaster")
                        .map(role -> role + "@" + domain))
                .toList();
    }

    /** As the domain publishes them. */
    List<String> contacts(DomainEntry entry) {
        return view.values("TXT", "_validation-contactemail." + entry.domain());
    }

    /** Somebody has followed the link in the mail of this number. */
    void confirm(String reference) {
        var confirmed = jdbc.sql("update sectigo_domain set email_confirmed = true where email_reference = ?")
                .param(reference)
                .update();
        if (confirmed == 0) {
            throw SectigoError.notFound(-196, "No mail carries this number");
        }
    }

    /** Lets the authority look at once. */
    void sync(DomainEntry entry) {
        if (entry.orderStatus().equals(Validation.SUBMITTED)) {
            check(entry, Instant.now());
        }
    }

    /** Forgets what is under way. */
    void clear(DomainEntry entry) {
        end(entry, Validation.NOT_INITIATED);
        domains.count("validation cleared", entry);
    }

    /** Forgets all of it. */
    void delete(DomainEntry entry) {
        end(entry, Validation.NOT_INITIATED);
        jdbc.sql("update sectigo_domain set validated_at = null, expires_at = null, method = null where id = ?")
                .param(entry.id())
                .update();
        domains.count("validation deleted", entry);
    }

    void letTimePass(Instant now) {
        jdbc.sql("select * from sectigo_domain where order_status = ? and next_check <= ? order by next_check, id")
                .params(Validation.SUBMITTED, now)
                .query(DomainEntry.ROWS)
                .list()
                .forEach(entry -> check(entry, now));
    }

    private void check(DomainEntry entry, Instant now) {
        if (proven(entry) && allowed(entry.domain())) {
            jdbc.sql("update sectigo_domain set validated_at = ?, expires_at = ?, method = ? where id = ?")
                    .params(now, now.plus(settings.validationLife()), entry.orderMethod(), entry.id())
                    .update();
            end(entry, Validation.NOT_INITIATED);
            domains.count("domain validated", entry);
        } else if (!now.isBefore(entry.submittedAt().plus(settings.patience()))) {
            end(entry, Validation.REJECTED);
            domains.count("validation rejected", entry);
        } else {
            jdbc.sql("update sectigo_domain set last_check = ?, next_check = ? where id = ?")
                    .params(now, now.plus(settings.checkTime()), entry.id())
                    .update();
        }
    }

    private boolean proven(DomainEntry entry) {
        var challenge = new Challenge(entry);
        var method = Method.valueOf(entry.orderMethod());
        return switch (method) {
            case CNAME ->
                view.values("CNAME", withoutDot(challenge.host(method))).stream()
                        .anyMatch(target -> withoutDot(target).equalsIgnoreCase(withoutDot(challenge.point(method))));
            case TXT -> view.values("TXT", withoutDot(challenge.host(method))).contains(challenge.point(method));
            case HTTP, HTTPS ->
                view.file(challenge.url(method))
                        .filter(file -> file.strip()
                                .lines()
                                .toList()
                                .equals(challenge.file().lines().toList()))
                        .isPresent();
            case EMAIL -> entry.emailConfirmed();
        };
    }

    /** Whether the nearest CAA records that there are let this authority issue. */
    private boolean allowed(String domain) {
        return Stream.concat(Stream.of(domain), above(domain))
                .map(name -> view.values("CAA", name))
                .filter(records -> !records.isEmpty())
                .findFirst()
                .map(records -> records.stream()
                        .filter(record -> record.contains(" issue "))
                        .toList())
                .filter(issuers -> !issuers.isEmpty())
                .map(issuers -> issuers.stream().anyMatch(issuer -> issuer.contains(CAA_NAME)))
                .orElse(true);
    }

    private void begin(DomainEntry entry, Method method, String status) {
        end(entry, status);
        jdbc.sql("update sectigo_domain set order_method = ? where id = ?")
                .params(method.name(), entry.id())
                .update();
    }

    private void end(DomainEntry entry, String status) {
        jdbc.sql("update sectigo_domain set order_status = ?, order_method = null, order_backend_id = null,"
                        + " email = null, email_reference = null, email_confirmed = false, submitted_at = null,"
                        + " last_check = null, next_check = null where id = ?")
                .params(status, entry.id())
                .update();
    }

    private static boolean under(DomainEntry entry, Method method) {
        return method.name().equals(entry.orderMethod());
    }

    /** The domains above, nearest first; of names with a wildcard, the one without it comes first. */
    private static Stream<String> above(String name) {
        return Stream.iterate(parent(name), parent -> parent.indexOf('.') > 0, Validations::parent);
    }

    private static String parent(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String backendId() {
        return String.valueOf(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));
    }

    private static String withoutDot(String name) {
        return name.replaceFirst("\\.$", "");
    }
}
