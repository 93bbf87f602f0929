package be.belnet.orderdesk.dcs.page;

import be.belnet.orderdesk.dcs.ValidationMethod;
import java.util.List;

/**
 * What the page of a file shows, in words of its reader's language.
 *
 * @param webAddress of the CA, for customers' administrators; null where the file has no domain
 * @param counts how many open domains are at whom, in words
 * @param methods those that are offered for every open domain; empty where there is nothing to choose
 * @param askable places of the domains that can be said to be published
 * @param choosable places of those whose method can be changed
 */
record DomainSheet(
        String orderNumber,
        String customer,
        String authority,
        String webAddress,
        int total,
        int done,
        List<String> counts,
        List<Line> open,
        List<Line> closed,
        List<ValidationMethod> methods,
        List<Integer> askable,
        List<Integer> choosable,
        boolean hasRecords,
        boolean hasZone) {

    /**
     * One domain.
     *
     * @param turn customer, authority, belnet, nobody or left
     * @param wrong something seen keeps the CA from validating
     * @param now what is to be done, or why nothing is
     * @param record null where none is asked for
     * @param file null where none is asked for
     * @param addresses among which the customer is to choose
     * @param methods other ones than its own that are offered
     * @param wildcard what is to be known of it; null where nothing is
     * @param trouble in the CA's words; null where there is none
     */
    record Line(
            int place,
            String name,
            String turn,
            String turnWords,
            boolean wrong,
            String standing,
            String now,
            String trouble,
            ValidationMethod method,
            DnsEntry record,
            FileEntry file,
            List<String> addresses,
            String mailAddress,
            boolean askable,
            List<ValidationMethod> methods,
            boolean withoutFiles,
            String wildcard,
            boolean declinable,
            String validUntil,
            Look look) {}

    /**
     * @param name whole, without a dot at its end
     * @param shortName what stands before the domain that forms may append; null where the name is that domain
     * @param appended that domain
     */
    record DnsEntry(String type, String name, String shortName, String appended, String value, int ttl) {}

    record FileEntry(String address, String content) {}

    /**
     * What was seen, and when.
     *
     * @param publishedAt when the customer said that it had published; null before
     * @param at null before the first look
     */
    record Look(String publishedAt, String at, List<Seen> findings) {}

    /** @param kind good, bad or note */
    record Seen(String kind, String words) {}
}
