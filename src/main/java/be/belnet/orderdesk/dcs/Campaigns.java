package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.time.BelgianTime;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps which customers a campaign moves, and how fast. */
@Service
@Transactional
public class Campaigns {
    /** Kind of the files of campaigns. */
    public static final String KIND = "campaign";

    private final OrderFile orders;
    private final Migrations migrations;
    private final Authorities authorities;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final JdbcClient jdbc;
    private final Clock clock;

    Campaigns(
            OrderFile orders,
            Migrations migrations,
            Authorities authorities,
            Correspondence correspondence,
            Recipients recipients,
            JdbcClient jdbc,
            Clock clock) {
        this.orders = orders;
        this.migrations = migrations;
        this.authorities = authorities;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Opens the file of a campaign for whoever begins it.
     *
     * @param token a second file with the same token is refused by the database; may be null
     */
    public Order open(Requester requester, Campaign wanted, List<String> acronyms, String token) {
        Order file = orders.open(new NewOrder("DCS", KIND, null, null, requester, null, null, token));
        jdbc.sql("insert into dcs_campaign (order_number, former_authority, authority, stop_date, customers_a_day,"
                        + " paused, abandons) values (?, ?, ?, ?, ?, false, false)")
                .params(
                        file.number(),
                        wanted.formerAuthority(),
                        wanted.authority(),
                        wanted.stopDate(),
                        wanted.customersADay())
                .update();
        for (int position = 0; position < acronyms.size(); position++) {
            jdbc.sql("insert into dcs_campaign_customer (campaign, position, acronym) values (?, ?, ?)")
                    .params(file.number(), position, acronyms.get(position))
                    .update();
        }
        orders.record(
                file.number(),
                "campaignOpened",
                Map.of(
                        "customers", Integer.toString(acronyms.size()),
                        "from", authorities.name(wanted.formerAuthority()),
                        "to", authorities.name(wanted.authority())));
        return file;
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when it is no campaign */
    @Transactional(readOnly = true)
    public Campaign get(String number) {
        return jdbc.sql("select * from dcs_campaign where order_number = ?")
                .param(number)
                .query((row, index) -> new Campaign(
                        number,
                        row.getString("former_authority"),
                        row.getString("authority"),
                        row.getObject("stop_date", LocalDate.class),
                        row.getInt("customers_a_day"),
                        row.getBoolean("paused"),
                        row.getBoolean("abandons")))
                .single();
    }

    /** Changes how the campaign goes on from now. */
    public void steer(String number, boolean paused, int customersADay, LocalDate stopDate) {
        Campaign before = get(number);
        jdbc.sql("update dcs_campaign set paused = ?, customers_a_day = ?, stop_date = ? where order_number = ?")
                .params(paused, customersADay, stopDate, number)
                .update();
        if (before.paused() != paused) {
            orders.record(number, paused ? "campaignPaused" : "campaignResumed", Map.of());
        }
        if (before.customersADay() != customersADay || !before.stopDate().equals(stopDate)) {
            orders.record(
                    number,
                    "campaignChanged",
                    Map.of("customers", Integer.toString(customersADay), "on", stopDate.toString()));
        }
    }

    /** Those that run, and those that were closed since a moment; newest first. */
    @Transactional(readOnly = true)
    public List<Campaign> since(Instant moment) {
        return jdbc
                .sql("select c.order_number from dcs_campaign c join service_order o on o.number = c.order_number"
                        + " where o.closed_at is null or o.closed_at >= ? order by o.opened_at desc, o.number desc")
                .param(Timestamp.from(moment))
                .query(String.class)
                .list()
                .stream()
                .map(this::get)
                .toList();
    }

    /** When the campaign is stopped, migrations that are under way are abandoned too. */
    public void abandonMigrations(String number) {
        jdbc.sql("update dcs_campaign set abandons = true where order_number = ?")
                .param(number)
                .update();
    }

    /** Nobody else starts customers of the campaign until the transaction ends. */
    public void hold(String number) {
        jdbc.sql("select order_number from dcs_campaign where order_number = ? for update")
                .param(number)
                .query(String.class)
                .single();
    }

    @Transactional(readOnly = true)
    public int startedOn(String number, LocalDate day) {
        return jdbc.sql("select count(*) from dcs_campaign_customer where campaign = ? and started_on = ?"
                        + " and trouble is null")
                .params(number, day)
                .query(Integer.class)
                .single();
    }

    /** Acronyms of those that were not started yet, in the order given. */
    @Transactional(readOnly = true)
    public List<String> waiting(String number) {
        return jdbc.sql("select acronym from dcs_campaign_customer where campaign = ? and started_on is null"
                        + " order by position")
                .param(number)
                .query(String.class)
                .list();
    }

    /** @param trouble why the customer could not be started; null when it was */
    public void noteStart(String number, String acronym, String trouble) {
        jdbc.sql("update dcs_campaign_customer set started_on = ?, trouble = ? where campaign = ? and acronym = ?")
                .params(Arrays.asList(today(), trouble, number, acronym))
                .update();
        if (trouble != null) {
            orders.record(number, "customerPassedOver", Map.of("customer", acronym, "trouble", trouble));
        }
    }

    /** Mails whoever began the campaign that its stop date passed before all were started; once for each stop date. */
    public void tellOverdue(String number) {
        int first = jdbc.sql("update dcs_campaign set told_of_stop_date = stop_date where order_number = ?"
                        + " and told_of_stop_date is distinct from stop_date")
                .param(number)
                .update();
        if (first == 1) {
            Campaign campaign = get(number);
            Map<String, Object> model = model(campaign);
            model.put("stopDate", campaign.stopDate());
            orders.record(
                    number,
                    "campaignOverdue",
                    Map.of(
                            "customers",
                            model.get("waiting").toString(),
                            "on",
                            campaign.stopDate().toString()));
            correspondence.send(new Mail(number, "campaign-overdue", recipients.requester(number), model));
        }
    }

    public LocalDate today() {
        return BelgianTime.today(clock);
    }

    /** How far the campaign is, for people. */
    @Transactional(readOnly = true)
    public Map<String, String> progress(String number) {
        Map<String, Integer> files = migrations.standing(number);
        Map<String, String> progress = new LinkedHashMap<>();
        progress.put("customers", count("select count(*) from dcs_campaign_customer where campaign = ?", number));
        progress.put("waiting", Integer.toString(waiting(number).size()));
        progress.put("underWay", Integer.toString(files.getOrDefault("open", 0) + files.getOrDefault("cancelling", 0)));
        progress.put("migrated", Integer.toString(files.getOrDefault("completed", 0)));
        progress.put(
                "abandoned", Integer.toString(files.getOrDefault("withdrawn", 0) + files.getOrDefault("cancelled", 0)));
        progress.put(
                "passedOver",
                count("select count(*) from dcs_campaign_customer where campaign = ? and trouble is not null", number));
        return progress;
    }

    /** Mails whoever began the campaign how it ended. */
    public void report(String number) {
        correspondence.send(new Mail(number, "campaign-finished", recipients.requester(number), model(get(number))));
    }

    private Map<String, Object> model(Campaign campaign) {
        Map<String, Object> model = new LinkedHashMap<>(progress(campaign.number()));
        model.put("from", authorities.name(campaign.formerAuthority()));
        model.put("to", authorities.name(campaign.authority()));
        return model;
    }

    private String count(String sql, String number) {
        return jdbc.sql(sql).param(number).query(Integer.class).single().toString();
    }
}
