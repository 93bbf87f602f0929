package be.belnet.orderdesk.follow;

import be.belnet.orderdesk.dcs.DomainLinks.Link;
import java.util.List;

/**
 * What a customer's page shows, in words of its reader's language.
 *
 * @param phases what an order passes on its way; empty for other files, and for orders that ended otherwise
 * @param turn belnet, customer, supplier or none
 * @param next what the reader can do now, a sentence each
 * @param domains to the page of the file's domains, where they wait for the reader; null otherwise
 * @param paper what the reader is to have signed and to send, as scans name it; null where there is nothing
 * @param changeAsked somebody is to take the reader's place already
 * @param address of Belnet as an envelope has it
 * @param happened newest first
 */
record FollowSheet(
        String orderNumber,
        String title,
        String customer,
        String standing,
        List<Phase> phases,
        String turn,
        String turnWords,
        List<String> next,
        Link domains,
        String paper,
        boolean changeAsked,
        List<String> address,
        List<Doc> documents,
        List<Happening> happened) {

    /** @param now done, current or ahead */
    record Phase(String words, String now) {}

    record Doc(long id, String words, String size) {}

    record Happening(String at, String words) {}
}
