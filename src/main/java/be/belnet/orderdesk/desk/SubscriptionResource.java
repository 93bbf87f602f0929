package be.belnet.orderdesk.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A subscription as machines see it.
 *
 * @param firstYearOverOn first day after the first contract year
 * @param domains left out of lists, as {@code history} is
 */
record SubscriptionResource(
        long id,
        String service,
        String state,
        String customer,
        String order,
        String contract,
        LocalDate contractStartsOn,
        LocalDate firstYearOverOn,
        String priceLine,
        LocalDate activatedOn,
        LocalDate trialEndsOn,
        String licence,
        LocalDate licenceEndsOn,
        String appliance,
        String authority,
        String organisation,
        LocalDate noticeGivenOn,
        LocalDate endsOn,
        String migration,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> domains,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<EventResource> history) {

    /** @param countsFrom the day from which it counts */
    record EventResource(
            Instant at,
            String actor,
            String kind,
            String from,
            String to,
            LocalDate countsFrom,
            String order,
            String detail) {}

    /** @param states how many there are in each, whichever is asked for */
    record PageResource(
            List<SubscriptionResource> subscriptions, Map<String, Long> states, int page, int pages, long total) {}
}
