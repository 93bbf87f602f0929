package be.belnet.orderdesk.customer;

import be.belnet.orderdesk.database.Like;
import be.belnet.orderdesk.database.ReadOnce;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who the customers are. Read only: the register is written by its import. */
@Service
@Transactional(readOnly = true)
public class CustomerRegister {
    private static final int PAGE_SIZE = 25;
    /** As many as a search can use. */
    private static final int MOST_FOUND = 200;

    private static final String MATCHES =
            " where lower(o.acronym) like :q escape '!' or lower(o.legal_name) like :q escape '!'"
                    + " or o.enterprise_number like :q escape '!'"
                    + " or exists (select 1 from customer_former_acronym f where f.organisation_id = o.id"
                    + " and lower(f.acronym) like :q escape '!')"
                    + " or exists (select 1 from customer_mail_domain d where d.organisation_id = o.id"
                    + " and d.domain like :q escape '!')";

    /** Of whoever has, or formerly had, an acronym. */
    private static final String WHOSE = "select id from customer_organisation where acronym_key = :key"
            + " union select organisation_id from customer_former_acronym where acronym_key = :key";

    private static final String OR_CONTACT_MATCHES =
            " or exists (select 1 from customer_contact c where c.organisation_id = o.id"
                    + " and (lower(c.name) like :q escape '!' or c.email_key like :q escape '!' or c.phone like :q escape '!'))";

    private static final ReadOnce<String, Optional<Organisation>> ORGANISATIONS = new ReadOnce<>();
    private static final ReadOnce<String, List<Contact>> CONTACTS = new ReadOnce<>();

    private final JdbcClient jdbc;

    CustomerRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The organisation that has, or formerly had, this acronym, in whatever case it is written. */
    public Optional<Organisation> find(String acronym) {
        return acronym == null
                ? Optional.empty()
                : ORGANISATIONS.get(key(acronym), key -> organisations("o.id in (" + WHOSE + ")", key).stream()
                        .findFirst());
    }

    /** The organisation that owns this mail domain or one above it; empty when several share it. */
    public Optional<Organisation> findByMailDomain(String domain) {
        return domain == null
                ? Optional.empty()
                : withParents(domain.strip().toLowerCase(Locale.ROOT))
                        .map(this::ownersOf)
                        .filter(owners -> !owners.isEmpty())
                        .findFirst()
                        .filter(owners -> owners.size() == 1)
                        .map(owners -> organisation(owners.get(0)));
    }

    /** The organisation that has a contact with this address; empty when several have. */
    public Optional<Organisation> findByContact(String email) {
        List<Long> ids = jdbc.sql("select distinct organisation_id from customer_contact where email_key = ?")
                .param(email.strip().toLowerCase(Locale.ROOT))
                .query(Long.class)
                .list();
        return ids.size() == 1 ? Optional.of(organisation(ids.get(0))) : Optional.empty();
    }

    /**
     * All contacts of the organisation, in the order of the register, but for those erased; empty when nobody has this
     * acronym.
     */
    public List<Contact> contacts(String acronym) {
        return acronym == null ? List.of() : CONTACTS.get(key(acronym), this::contactsOf);
    }

    private List<Contact> contactsOf(String key) {
        return jdbc.sql("select c.*, o.acronym from customer_contact c"
                        + " join customer_organisation o on o.id = c.organisation_id"
                        + " where c.organisation_id in (" + WHOSE + ") and c.erased_on is null order by c.id")
                .param("key", key)
                .query((row, number) -> contact(row))
                .list();
    }

    /** The first contact of the organisation with this role. */
    public Optional<Contact> contact(String acronym, ContactRole role) {
        return contacts(acronym).stream()
                .filter(contact -> contact.roles().contains(role))
                .findFirst();
    }

    /**
     * Organisations that have the words in an acronym, name, number, mail domain or contact; all when there are none.
     *
     * @param q may be null
     * @param page from 0; beyond the last page the list is empty
     */
    public CustomerPage list(String q, int page) {
        String pattern = pattern(q);
        long total = jdbc.sql("select count(*) from customer_organisation o" + MATCHES + OR_CONTACT_MATCHES)
                .param("q", pattern)
                .query(Long.class)
                .single();
        List<Long> ids = jdbc.sql("select o.id from customer_organisation o" + MATCHES + OR_CONTACT_MATCHES
                        + " order by o.acronym_key limit :size offset :start")
                .param("q", pattern)
                .param("size", PAGE_SIZE)
                .param("start", (long) Math.max(page, 0) * PAGE_SIZE)
                .query(Long.class)
                .list();
        int pages = (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        return new CustomerPage(ids.stream().map(this::organisation).toList(), Math.max(page, 0), pages, total);
    }

    /**
     * All acronyms, present and former, of the first organisations that {@link #list} finds for these words.
     *
     * @param contacts whether those count whose contacts have the words
     */
    public List<String> everyAcronymFor(String q, boolean contacts) {
        List<Long> ids = new ArrayList<>();
        List<String> acronyms = new ArrayList<>();
        jdbc.sql("select o.id, o.acronym from customer_organisation o" + MATCHES + (contacts ? OR_CONTACT_MATCHES : "")
                        + " order by o.acronym_key limit :most")
                .param("q", pattern(q))
                .param("most", MOST_FOUND)
                .query(row -> {
                    ids.add(row.getLong("id"));
                    acronyms.add(row.getString("acronym"));
                });
        acronyms.addAll(formerAcronyms(ids));
        return acronyms;
    }

    private List<String> formerAcronyms(List<Long> organisations) {
        return organisations.isEmpty()
                ? List.of()
                : jdbc.sql("select acronym from customer_former_acronym where organisation_id in (:ids)"
                                + " order by acronym_key")
                        .param("ids", organisations)
                        .query(String.class)
                        .list();
    }

    /** All acronyms that the organisation with this one has or had, the present one first; itself where nobody has it. */
    public List<String> acronyms(String acronym) {
        return find(acronym)
                .map(Organisation::acronym)
                .map(present -> Stream.concat(Stream.of(present), formerAcronyms(present).stream())
                        .toList())
                .orElse(List.of(acronym));
    }

    /** Legal names by acronym, as it is asked for; organisations that the register does not have are missing. */
    public Map<String, String> legalNames(Collection<String> acronyms) {
        if (acronyms.isEmpty()) {
            return Map.of();
        }
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select acronym_key, legal_name from customer_organisation where acronym_key in (:keys)")
                .param("keys", acronyms.stream().map(CustomerRegister::key).collect(Collectors.toSet()))
                .query(row -> {
                    names.put(row.getString("acronym_key"), row.getString("legal_name"));
                });
        return acronyms.stream()
                .distinct()
                .filter(acronym -> names.containsKey(key(acronym)))
                .collect(Collectors.toMap(acronym -> acronym, acronym -> names.get(key(acronym))));
    }

    List<String> formerAcronyms(String acronym) {
        return jdbc.sql("select f.acronym from customer_former_acronym f"
                        + " join customer_organisation o on o.id = f.organisation_id"
                        + " where o.acronym_key = ? order by f.acronym_key")
                .param(key(acronym))
                .query(String.class)
                .list();
    }

    /** For whoever writes or locks a part of the register. */
    static void forgetRead() {
        ORGANISATIONS.forgetAll();
        CONTACTS.forgetAll();
    }

    boolean isEmpty() {
        return jdbc.sql("select count(*) from customer_organisation")
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** The form in which acronyms are compared. */
    static String key(String acronym) {
        return acronym.strip().toUpperCase(Locale.ROOT);
    }

    private List<Long> ownersOf(String domain) {
        return jdbc.sql("select organisation_id from customer_mail_domain where domain = ?")
                .param(domain)
                .query(Long.class)
                .list();
    }

    private Organisation organisation(long id) {
        return organisations("o.id = :key", id).get(0);
    }

    /** Each with its mail domains, which stand in rows of their own. */
    private List<Organisation> organisations(String which, Object key) {
        return jdbc
                .sql("select o.*, d.domain from customer_organisation o"
                        + " left join customer_mail_domain d on d.organisation_id = o.id where " + which
                        + " order by o.id, d.merge_id nulls first, d.position")
                .param("key", key)
                .query((row, number) -> new InDomain(row.getLong("id"), organisation(row), row.getString("domain")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(InDomain::id, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(InDomain::together)
                .toList();
    }

    /** @param domain null where it has none */
    private record InDomain(long id, Organisation organisation, String domain) {
        static Organisation together(List<InDomain> rows) {
            return rows.get(0)
                    .organisation()
                    .withMailDomains(rows.stream()
                            .map(InDomain::domain)
                            .filter(Objects::nonNull)
                            .toList());
        }
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                row.getString("acronym"),
                row.getString("legal_name"),
                row.getString("type"),
                row.getString("enterprise_number"),
                row.getString("language"),
                row.getString("street"),
                row.getString("postcode"),
                row.getString("city"),
                row.getString("country"),
                List.of(),
                row.getString("account_manager"),
                row.getBoolean("belnet_customer"));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getLong("id"),
                row.getString("acronym"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("language"),
                roles(row.getString("roles")));
    }

    static Set<ContactRole> roles(String codes) {
        return Arrays.stream(codes.split(" "))
                .map(ContactRole::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> withParents(String domain) {
        return Stream.iterate(domain, d -> d.contains("."), d -> d.substring(d.indexOf('.') + 1));
    }

    private static String pattern(String q) {
        return Like.containing(q == null ? "" : q.strip().toLowerCase(Locale.ROOT));
    }
}
