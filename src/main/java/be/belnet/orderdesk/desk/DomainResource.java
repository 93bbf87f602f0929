package be.belnet.orderdesk.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A customer's domain in the shape of the API.
 *
 * @param state where it stands, {@code runOut} included
 * @param runOut its validation no longer counts
 * @param trouble in the authority's words; null where there is none
 */
record DomainResource(
        long id,
        String domain,
        String wildcard,
        String customer,
        String authority,
        String method,
        String state,
        String actor,
        Instant since,
        LocalDate validUntil,
        boolean runOut,
        String order,
        List<FindingResource> findings,
        Instant lookedAt,
        Instant publishedAt,
        String trouble) {

    /** @param text in the caller's language */
    record FindingResource(String kind, String at, boolean blocking, String text) {}

    /** @param states how many there are in each state, were neither state nor actor asked for */
    record PageResource(List<DomainResource> domains, Map<String, Long> states, int page, int pages, long total) {}

    /** How far one customer is; {@code waitingSince} is null when nothing is left to do. */
    record CustomerResource(
            String customer,
            long domains,
            long validated,
            long givenUp,
            long waitingForCustomer,
            long waitingForAuthority,
            long waitingForBelnet,
            Instant waitingSince) {}

    /** @param sum of the customers of all pages; it has no customer and waits since nowhen */
    record ProgressResource(
            List<CustomerResource> customers, CustomerResource sum, long done, int page, int pages, long total) {}
}
