package be.belnet.orderdesk.follow;

import be.belnet.orderdesk.dcs.DomainLinks.Link;
import be.belnet.orderdesk.order.Turn;
import java.util.List;

/**
 * What a file waits for, where its steps tell its reader too little.
 *
 * @param whose names the words about the turn
 * @param next names the words about what the reader can do
 * @param facts of all these words
 * @param domains to the page of the file's domains; null where it is not the reader's to have
 */
record FileWait(Turn turn, String whose, String next, List<String> facts, Link domains) {}
