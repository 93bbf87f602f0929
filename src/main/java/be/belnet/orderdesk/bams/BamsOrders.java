package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.database.ReadOnce;
import be.belnet.orderdesk.order.OrderSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what orders of mail security add to their files. */
@Service
@Transactional
public class BamsOrders {
    /** What orders add to their files, by number. */
    static final ReadOnce<String, Optional<BamsOrder>> READ = new ReadOnce<>();

    private final JdbcClient jdbc;
    private final OrderSearch search;

    BamsOrders(JdbcClient jdbc, OrderSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    public void open(String number) {
        READ.forget(number);
        jdbc.sql("insert into bams_order (order_number, invitations_sent) values (?, 0)")
                .param(number)
                .update();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when it is no order of mail security */
    @Transactional(readOnly = true)
    public BamsOrder get(String number) {
        return find(number).orElseThrow(() -> new EmptyResultDataAccessException(1));
    }

    /** Empty for files of other kinds, such as a question about mail security. */
    @Transactional(readOnly = true)
    public Optional<BamsOrder> find(String number) {
        return READ.get(number, this::read);
    }

    private Optional<BamsOrder> read(String number) {
        List<ProtectedDomain> domains = new ArrayList<>();
        return jdbc
                .sql("select o.*, d.domain, d.mail_host from bams_order o"
                        + " left join bams_mail_domain d on d.order_number = o.order_number"
                        + " where o.order_number = ? order by d.position")
                .param(number)
                .query((row, index) -> order(row, domainsSoFar(row, domains)))
                .list()
                .stream()
                .reduce((before, last) -> last);
    }

    public void keepWishes(String number, String wishes) {
        set(number, "wishes = ?", wishes);
    }

    public void planMeeting(String number, LocalDateTime at, String place) {
        set(number, "meeting_at = ?, meeting_place = ?", at, place);
    }

    /** Counts an invitation that leaves now. */
    public void countInvitation(String number) {
        set(number, "invitations_sent = invitations_sent + 1");
    }

    public void keepMinutes(String number, String minutes) {
        set(number, "minutes = ?", minutes);
    }

    public void planAdvice(String number, LocalDateTime at, String adviser) {
        set(number, "appointment_at = ?, adviser = ?", at, adviser);
    }

    public void keepAdvice(String number, String advice) {
        set(number, "advice = ?", advice);
    }

    /** Replaces the needs as a whole. */
    public void keepNeeds(String number, Needs needs) {
        set(
                number,
                "mailboxes = ?, cpus = ?, service_package = ?, add_ons = ?, trial_days = ?, price_line = ?",
                needs.mailboxes(),
                needs.cpus(),
                needs.servicePackage(),
                String.join(" ", needs.addOns()),
                needs.trialDays(),
                needs.priceLine());
        jdbc.sql("delete from bams_mail_domain where order_number = ?")
                .param(number)
                .update();
        for (int i = 0; i < needs.domains().size(); i++) {
            ProtectedDomain domain = needs.domains().get(i);
            jdbc.sql("insert into bams_mail_domain (order_number, position, domain, mail_host) values (?, ?, ?, ?)")
                    .params(number, i, domain.domain(), domain.mailHost())
                    .update();
            search.note(number, domain.domain());
        }
    }

    /** @param throughDistributor which way the licence is bought */
    public void beginDelivery(String number, LocalDate promisedOn, boolean throughDistributor) {
        set(number, "promised_on = ?, through_distributor = ?", promisedOn, throughDistributor);
    }

    public void promise(String number, LocalDate day) {
        set(number, "promised_on = ?", day);
    }

    public void keepRegistrationCode(String number, RegistrationCode code) {
        set(number, "registration_code = ?", code.value());
    }

    public void keepLicence(String number, String serial) {
        set(number, "licence_serial = ?", serial);
        search.note(number, serial);
    }

    public void keepAppliance(String number, String applianceId) {
        set(number, "appliance_id = ?", applianceId);
    }

    public void keepApplianceAddress(String number, String address) {
        set(number, "appliance_address = ?", address);
        search.note(number, address);
    }

    /** @param cutOverOn null while it is not agreed */
    public void handOver(String number, LocalDate on, LocalDate cutOverOn) {
        set(number, "handed_over_on = ?, cut_over_on = ?", on, cutOverOn);
    }

    private void set(String number, String columns, Object... values) {
        READ.forget(number);
        jdbc.sql("update bams_order set " + columns + " where order_number = ?")
                .params(Arrays.asList(values))
                .param(number)
                .update();
    }

    /** Each row has one more of them; the last has all. */
    private static List<ProtectedDomain> domainsSoFar(ResultSet row, List<ProtectedDomain> domains)
            throws SQLException {
        if (row.getString("domain") != null) {
            domains.add(new ProtectedDomain(row.getString("domain"), row.getString("mail_host")));
        }
        return List.copyOf(domains);
    }

    private static BamsOrder order(ResultSet row, List<ProtectedDomain> domains) throws SQLException {
        return new BamsOrder(
                row.getString("order_number"),
                row.getString("wishes"),
                row.getObject("meeting_at", LocalDateTime.class),
                row.getString("meeting_place"),
                row.getInt("invitations_sent"),
                row.getString("minutes"),
                row.getObject("appointment_at", LocalDateTime.class),
                row.getString("adviser"),
                row.getString("advice"),
                needs(row, domains),
                row.getObject("promised_on", LocalDate.class),
                row.getBoolean("through_distributor"),
                row.getString("registration_code"),
                row.getString("licence_serial"),
                row.getString("appliance_id"),
                row.getString("appliance_address"),
                row.getObject("handed_over_on", LocalDate.class),
                row.getObject("cut_over_on", LocalDate.class));
    }

    private static Needs needs(ResultSet row, List<ProtectedDomain> domains) throws SQLException {
        return row.getObject("mailboxes") == null
                ? null
                : new Needs(
                        domains,
                        row.getInt("mailboxes"),
                        row.getInt("cpus"),
                        row.getString("service_package"),
                        words(row.getString("add_ons")),
                        row.getInt("trial_days"),
                        row.getString("price_line"));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
