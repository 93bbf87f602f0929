package be.belnet.orderdesk.security;

import be.belnet.orderdesk.database.NamedLock;
import be.belnet.orderdesk.security.SignOnRefusedException.Reason;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes users of the provider's accounts, and members of our groups of those in allowed ones. An account keeps the user
 * that it got at first, whatever its name becomes; the groups are the provider's alone to give and to take.
 */
@Component
class StaffAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(StaffAccounts.class);

    private final IdentityService identity;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SignOnProperties settings;
    private final Map<StaffGroup, List<String>> allowed;

    StaffAccounts(
            IdentityService identity, JdbcClient jdbc, TransactionTemplate transaction, SignOnProperties settings) {
        this.identity = identity;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.allowed = settings.groups().byGroup();
    }

    /**
     * The user of an account that may enter, made or brought up to date.
     *
     * @param told when the provider said so; what it said later counts more
     * @throws SignOnRefusedException for a stranger, of whom nothing is kept, or an id that does not fit
     */
    String admit(Claims claims, Instant told) {
        Set<StaffGroup> groups = groups(claims);
        if (groups.isEmpty()) {
            LOG.info("Sign-on refused: an account without an allowed group");
            throw new SignOnRefusedException(Reason.STRANGER);
        }
        Optional<Account> known = find(claims.subject());
        if (known.isPresent() && !known.get().told().isBefore(told)) {
            return known.get().user();
        }
        return Objects.requireNonNull(transaction.execute(status -> keep(claims, groups, told)));
    }

    /** Takes all groups from the user of an account that has none left. */
    void withdraw(String user) {
        transaction.executeWithoutResult(status -> {
            lock();
            setGroups(user, Set.of());
        });
    }

    private Set<StaffGroup> groups(Claims claims) {
        List<String> theirs = claims.texts(settings.groupsClaim());
        Set<StaffGroup> groups = EnumSet.noneOf(StaffGroup.class);
        allowed.forEach((group, names) -> {
            if (names.stream().anyMatch(theirs::contains)) {
                groups.add(group);
            }
        });
        return groups;
    }

    private String keep(Claims claims, Set<StaffGroup> groups, Instant told) {
        lock();
        String user = find(claims.subject()).map(Account::user).orElseGet(() -> bind(claims));
        describe(user, claims);
        setGroups(user, groups);
        jdbc.sql("update staff_account set told_at = ? where user_id = ?")
                .params(Timestamp.from(told.truncatedTo(ChronoUnit.MICROS)), user)
                .update();
        return user;
    }

    private String bind(Claims claims) {
        String user = claims.text(settings.userClaim()).orElse("");
        if (claims.subject().isEmpty() || !EngineUsers.USER_ID.matcher(user).matches() || isTaken(user)) {
            LOG.warn("Sign-on refused: the claim {} is no fit id of a user, or somebody else's", settings.userClaim());
            throw new SignOnRefusedException(Reason.UNFIT);
        }
        jdbc.sql("insert into staff_account (user_id, issuer, subject, told_at) values (?, ?, ?, ?)")
                .params(user, settings.issuer(), claims.subject(), Timestamp.from(Instant.EPOCH))
                .update();
        return user;
    }

    private boolean isTaken(String user) {
        return user.equals(BreakGlass.USER)
                || jdbc.sql("select count(*) from staff_account where user_id = ?")
                                .param(user)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    private void describe(String user, Claims claims) {
        User known = identity.createUserQuery().userId(user).singleResult();
        User described = known == null ? identity.newUser(user) : known;
        String before = line(described);
        if (known == null || claims.text("family_name").isPresent()) {
            described.setFirstName(claims.text("given_name").orElse(""));
            described.setLastName(claims.text("family_name").orElse(anyName(claims, user)));
        }
        if (!Boolean.FALSE.equals(claims.all().get("email_verified"))) {
            claims.text("email").ifPresent(described::setEmail);
        }
        if (known == null || !before.equals(line(described))) {
            identity.saveUser(described);
        }
    }

    /** Of an account without first and last name, a machine's among them. */
    private static String anyName(Claims claims, String user) {
        return List.of("name", "preferred_username", "client_id", "azp").stream()
                .flatMap(claim -> claims.text(claim).stream())
                .findFirst()
                .orElse(user);
    }

    private static String line(User user) {
        return user.getFirstName() + "\n" + user.getLastName() + "\n" + user.getEmail();
    }

    private void setGroups(String user, Set<StaffGroup> groups) {
        List<String> before = identity.createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId())
                .toList();
        Arrays.stream(StaffGroup.values()).forEach(group -> {
            if (groups.contains(group) && !before.contains(group.id())) {
                identity.createMembership(user, group.id());
            } else if (!groups.contains(group) && before.contains(group.id())) {
                identity.deleteMembership(user, group.id());
            }
        });
    }

    private Optional<Account> find(String subject) {
        return jdbc.sql("select user_id, told_at from staff_account where issuer = ? and subject = ?")
                .params(settings.issuer(), subject)
                .query((row, index) -> new Account(
                        row.getString("user_id"), row.getTimestamp("told_at").toInstant()))
                .optional();
    }

    private void lock() {
        NamedLock.hold(jdbc, "staff");
    }

    private record Account(String user, Instant told) {}
}
