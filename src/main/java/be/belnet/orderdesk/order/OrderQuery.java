package be.belnet.orderdesk.order;

import java.util.Collection;
import java.util.List;

/**
 * Which orders are looked for.
 *
 * @param words each must begin a word of the order's own references, names, addresses or numbers; null for all orders
 * @param acronyms customers whose orders are meant by the words as well
 * @param state null for all; {@link OrderState#OPEN} includes orders being undone
 * @param service BAMS or DCS; null for both
 * @param restricted whether people, contracts and prices may be asked for as well
 * @param page from 0
 */
public record OrderQuery(
        String words, Collection<String> acronyms, OrderState state, String service, boolean restricted, int page) {
    public static final int PAGE_SIZE = 25;

    public OrderQuery {
        acronyms = List.copyOf(acronyms);
        page = Math.max(page, 0);
    }
}
