package be.belnet.orderdesk.customer;

import static be.belnet.orderdesk.customer.MergeFinding.Kind.MOVES;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register's own part: acronyms, contacts and mail domains move, and the organisation that goes is struck off. */
@Component
class RegisterMerge {
    private final JdbcClient jdbc;
    private final CustomerRegister register;

    RegisterMerge(JdbcClient jdbc, CustomerRegister register) {
        this.jdbc = jdbc;
        this.register = register;
    }

    List<MergeFinding> foresee(MergePair pair) {
        List<Contact> known = register.contacts(pair.into().acronym());
        Predicate<Contact> isKnown = contact -> known.stream().anyMatch(other -> same(other, contact));
        List<Contact> contacts = register.contacts(pair.from().acronym());
        List<MergeFinding> found = new ArrayList<>();
        found.addAll(MergeFinding.of(MOVES, "acronyms", pair.fromAcronyms()));
        found.addAll(MergeFinding.of(MOVES, "contacts", addresses(contacts, isKnown.negate())));
        found.addAll(MergeFinding.of(MOVES, "contactsUnited", addresses(contacts, isKnown)));
        found.addAll(MergeFinding.of(MOVES, "mailDomains", newDomains(pair)));
        return found;
    }

    /** Nobody else changes the two until the transaction ends. */
    void lock(MergePair pair) {
        CustomerRegister.forgetRead();
        jdbc.sql("select id from customer_organisation where acronym_key in (:keys) order by id for update")
                .param(
                        "keys",
                        Set.of(
                                CustomerRegister.key(pair.from().acronym()),
                                CustomerRegister.key(pair.into().acronym())))
                .query(Long.class)
                .list();
    }

    void move(MergePair pair, long merge) {
        CustomerRegister.forgetRead();
        long from = id(pair.from());
        long into = id(pair.into());
        uniteContacts(from, into);
        moveDomains(pair, from, into, merge);
        jdbc.sql("update customer_former_acronym set organisation_id = ?, merge_id = ? where organisation_id = ?")
                .params(into, merge, from)
                .update();
        jdbc.sql("delete from customer_organisation where id = ?").param(from).update();
        jdbc.sql("insert into customer_former_acronym (acronym_key, acronym, organisation_id, merge_id)"
                        + " values (?, ?, ?, ?)")
                .params(CustomerRegister.key(pair.from().acronym()), pair.from().acronym(), into, merge)
                .update();
        jdbc.sql("update customer_organisation set belnet_customer = ? where id = ?")
                .params(pair.into().belnetCustomer() || pair.from().belnetCustomer(), into)
                .update();
    }

    /** Of two with one address the remaining one's counts, with the roles of both. */
    private void uniteContacts(long from, long into) {
        jdbc.sql(
                        "select keeps.id, keeps.roles, goes.roles as other_roles, goes.id as other_id from customer_contact keeps"
                                + " join customer_contact goes on goes.email_key = keeps.email_key"
                                + " where keeps.organisation_id = ? and goes.organisation_id = ?")
                .params(into, from)
                .query((row, index) -> new Twins(
                        row.getLong("id"),
                        row.getLong("other_id"),
                        roles(row.getString("roles"), row.getString("other_roles"))))
                .list()
                .forEach(this::unite);
        jdbc.sql("update customer_contact set organisation_id = ? where organisation_id = ?")
                .params(into, from)
                .update();
    }

    private record Twins(long keeps, long goes, String roles) {}

    private void unite(Twins twins) {
        jdbc.sql("update customer_contact set roles = ?, phone = coalesce(phone,"
                        + " (select phone from customer_contact where id = ?)) where id = ?")
                .params(twins.roles(), twins.goes(), twins.keeps())
                .update();
        jdbc.sql("delete from customer_contact where id = ?")
                .param(twins.goes())
                .update();
    }

    private void moveDomains(MergePair pair, long from, long into, long merge) {
        int position = pair.into().mailDomains().size();
        for (String domain : newDomains(pair)) {
            jdbc.sql(
                            "insert into customer_mail_domain (organisation_id, domain, position, merge_id) values (?, ?, ?, ?)")
                    .params(into, domain, position++, merge)
                    .update();
        }
        jdbc.sql("delete from customer_mail_domain where organisation_id = ?")
                .param(from)
                .update();
    }

    private long id(Organisation organisation) {
        return jdbc.sql("select id from customer_organisation where acronym_key = ?")
                .param(CustomerRegister.key(organisation.acronym()))
                .query(Long.class)
                .single();
    }

    private static List<String> newDomains(MergePair pair) {
        return pair.from().mailDomains().stream()
                .filter(domain -> !pair.into().mailDomains().contains(domain))
                .toList();
    }

    private static List<String> addresses(List<Contact> contacts, Predicate<Contact> which) {
        return contacts.stream().filter(which).map(Contact::email).toList();
    }

    private static boolean same(Contact one, Contact other) {
        return one.email().equalsIgnoreCase(other.email());
    }

    private static String roles(String some, String others) {
        Set<ContactRole> all = EnumSet.noneOf(ContactRole.class);
        all.addAll(CustomerRegister.roles(some));
        all.addAll(CustomerRegister.roles(others));
        return new TreeSet<>(all).stream().map(ContactRole::code).collect(Collectors.joining(" "));
    }
}
