package be.belnet.orderdesk.dcs;

import java.time.LocalDate;

/**
 * How a campaign moves customers.
 *
 * @param formerAuthority the adapter's name
 * @param authority the adapter's name
 * @param stopDate last day on which customers are started
 * @param customersADay at most, on opening days
 * @param abandons whether migrations that are under way are abandoned when the campaign is stopped
 */
public record Campaign(
        String number,
        String formerAuthority,
        String authority,
        LocalDate stopDate,
        int customersADay,
        boolean paused,
        boolean abandons) {}
