package be.belnet.orderdesk.customer;

import static be.belnet.orderdesk.customer.CustomerRegister.key;

import be.belnet.orderdesk.csv.LineRefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the register to what an accepted line says, in the caller's transaction. */
@Component
class RegisterWriter {
    enum Change {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    private final JdbcClient jdbc;
    private final CustomerRegister register;

    RegisterWriter(JdbcClient jdbc, CustomerRegister register) {
        this.jdbc = jdbc;
        this.register = register;
    }

    /**
     * @param othersInFile keys of all present acronyms in the same file: a former acronym among them belongs to another
     * @throws LineRefusedException when an acronym belongs, or formerly belonged, to another organisation
     */
    Change write(OrganisationLine line, Set<String> othersInFile) {
        Organisation wanted = line.organisation();
        Optional<Long> present = presentId(wanted.acronym());
        Optional<Long> id = present.isPresent() ? present : renamed(line, othersInFile);
        refuseAcronymsOfOthers(line, id.orElse(-1L));
        if (id.isEmpty()) {
            long created = insert(wanted);
            writeLists(created, line);
            return Change.CREATED;
        }
        return update(id.get(), line);
    }

    /** @throws LineRefusedException when no organisation has the acronym */
    Change write(ContactLine line) {
        long organisation = register.find(line.acronym())
                .flatMap(found -> presentId(found.acronym()))
                .orElseThrow(() -> new LineRefusedException("acronym", "unknownOrganisation", line.acronym()));
        int same = jdbc.sql("select count(*) from customer_contact where organisation_id = ? and email_key = ?"
                        + " and name = ? and email = ? and coalesce(phone, '') = ? and language = ? and roles = ?")
                .params(
                        organisation,
                        line.emailKey(),
                        line.name(),
                        line.email(),
                        Objects.requireNonNullElse(line.phone(), ""),
                        line.language(),
                        line.roleCodes())
                .query(Integer.class)
                .single();
        if (same > 0) {
            return Change.UNCHANGED;
        }
        CustomerRegister.forgetRead();
        return updated(organisation, line) ? Change.UPDATED : inserted(organisation, line);
    }

    private boolean updated(long organisation, ContactLine line) {
        return jdbc.sql("update customer_contact set name = ?, email = ?, phone = ?, language = ?, roles = ?"
                                + " where organisation_id = ? and email_key = ?")
                        .params(
                                line.name(),
                                line.email(),
                                line.phone(),
                                line.language(),
                                line.roleCodes(),
                                organisation,
                                line.emailKey())
                        .update()
                > 0;
    }

    private Change inserted(long organisation, ContactLine line) {
        jdbc.sql("insert into customer_contact (organisation_id, email_key, name, email, phone, language, roles)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        organisation,
                        line.emailKey(),
                        line.name(),
                        line.email(),
                        line.phone(),
                        line.language(),
                        line.roleCodes())
                .update();
        return Change.CREATED;
    }

    private Change update(long id, OrganisationLine written) {
        OrganisationLine line =
                written.with(mergedAcronyms(id), mergedDomains(id)).of(accountManager(id, written));
        Organisation wanted = line.organisation();
        boolean same = register.find(acronymOf(id)).filter(wanted::equals).isPresent()
                && Set.copyOf(register.formerAcronyms(acronymOf(id))).equals(Set.copyOf(line.formerAcronyms()));
        if (same) {
            return Change.UNCHANGED;
        }
        CustomerRegister.forgetRead();
        jdbc.sql("update customer_organisation set acronym_key = ?, acronym = ?, legal_name = ?, type = ?,"
                        + " enterprise_number = ?, language = ?, street = ?, postcode = ?, city = ?, country = ?,"
                        + " account_manager = ?, belnet_customer = ? where id = ?")
                .params(columns(wanted))
                .param(id)
                .update();
        jdbc.sql("delete from customer_former_acronym where organisation_id = ? and merge_id is null")
                .param(id)
                .update();
        jdbc.sql("delete from customer_mail_domain where organisation_id = ? and merge_id is null")
                .param(id)
                .update();
        writeLists(id, written.without(mergedAcronyms(id), mergedDomains(id)));
        return Change.UPDATED;
    }

    /** A hand-over stands until a file names somebody else than the file before it did. */
    private String accountManager(long id, OrganisationLine written) {
        String named = written.organisation().accountManager();
        int newlyNamed = jdbc.sql("update customer_organisation set filed_account_manager = ? where id = ?"
                        + " and filed_account_manager is distinct from ?")
                .params(Arrays.asList(named, id, named))
                .update();
        return newlyNamed == 1 ? named : accountManager(id);
    }

    private String accountManager(long id) {
        return jdbc.sql("select account_manager from customer_organisation where id = ?")
                .param(id)
                .query((row, index) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /** What a merge with another organisation brought; no file takes it away. */
    private List<String> mergedAcronyms(long id) {
        return jdbc.sql("select acronym from customer_former_acronym where organisation_id = ? and merge_id is not null"
                        + " order by acronym_key")
                .param(id)
                .query(String.class)
                .list();
    }

    private List<String> mergedDomains(long id) {
        return jdbc.sql("select domain from customer_mail_domain where organisation_id = ? and merge_id is not null"
                        + " order by merge_id, position")
                .param(id)
                .query(String.class)
                .list();
    }

    private long insert(Organisation wanted) {
        CustomerRegister.forgetRead();
        jdbc.sql("insert into customer_organisation (acronym_key, acronym, legal_name, type, enterprise_number,"
                        + " language, street, postcode, city, country, account_manager, belnet_customer,"
                        + " filed_account_manager) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(columns(wanted))
                .param(wanted.accountManager())
                .update();
        return presentId(wanted.acronym()).orElseThrow();
    }

    private void writeLists(long id, OrganisationLine line) {
        line.formerAcronyms().forEach(former -> jdbc.sql(
                        "insert into customer_former_acronym (acronym_key, acronym, organisation_id)"
                                + " values (?, ?, ?)")
                .params(key(former), former, id)
                .update());
        List<String> domains = line.organisation().mailDomains();
        for (int position = 0; position < domains.size(); position++) {
            jdbc.sql("insert into customer_mail_domain (organisation_id, domain, position) values (?, ?, ?)")
                    .params(id, domains.get(position), position)
                    .update();
        }
    }

    /** An organisation known by what the line calls a former acronym, and by no line of its own, has a new one. */
    private Optional<Long> renamed(OrganisationLine line, Set<String> othersInFile) {
        return line.formerAcronyms().stream()
                .filter(former -> !othersInFile.contains(key(former)))
                .map(this::presentId)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void refuseAcronymsOfOthers(OrganisationLine line, long id) {
        String acronym = line.organisation().acronym();
        if (isAnothers("select organisation_id from customer_former_acronym where acronym_key = ?", acronym, id)) {
            throw new LineRefusedException("acronym", "acronymWasAnothers", acronym);
        }
        for (String former : line.formerAcronyms()) {
            if (isAnothers("select id from customer_organisation where acronym_key = ?", former, id)
                    || isAnothers(
                            "select organisation_id from customer_former_acronym where acronym_key = ?", former, id)) {
                throw new LineRefusedException("former_acronyms", "formerUsed", former);
            }
        }
    }

    private boolean isAnothers(String owner, String acronym, long id) {
        return jdbc.sql(owner)
                .param(key(acronym))
                .query(Long.class)
                .optional()
                .filter(found -> found != id)
                .isPresent();
    }

    private Optional<Long> presentId(String acronym) {
        return jdbc.sql("select id from customer_organisation where acronym_key = ?")
                .param(key(acronym))
                .query(Long.class)
                .optional();
    }

    private String acronymOf(long id) {
        return jdbc.sql("select acronym from customer_organisation where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static List<Object> columns(Organisation wanted) {
        return Arrays.asList(
                key(wanted.acronym()),
                wanted.acronym(),
                wanted.legalName(),
                wanted.type(),
                wanted.enterpriseNumber(),
                wanted.language(),
                wanted.street(),
                wanted.postcode(),
                wanted.city(),
                wanted.country(),
                wanted.accountManager(),
                wanted.belnetCustomer());
    }
}
