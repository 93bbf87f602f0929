package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.dcs.CustomerProgress;
import be.belnet.orderdesk.dcs.Standing;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One page of customers and how far they are, with the sum of all.
 *
 * @param sum of the customers of all pages
 * @param done customers for whom nothing is left to do
 * @param page from 0
 * @param pages at least 1
 * @param total customers on all pages
 */
record ProgressPage(
        List<CustomerProgress> customers, CustomerProgress sum, long done, int page, int pages, long total) {
    private static final int SIZE = 50;

    static ProgressPage of(List<CustomerProgress> all, int page) {
        long from = Math.min((long) page * SIZE, all.size());
        return new ProgressPage(
                all.subList((int) from, (int) Math.min(from + SIZE, all.size())),
                sum(all),
                all.stream().filter(CustomerProgress::isDone).count(),
                page,
                Math.max(1, (all.size() + SIZE - 1) / SIZE),
                all.size());
    }

    private static CustomerProgress sum(List<CustomerProgress> all) {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        all.forEach(
                customer -> customer.counts().forEach((standing, count) -> counts.merge(standing, count, Long::sum)));
        return new CustomerProgress("", counts, null);
    }
}
