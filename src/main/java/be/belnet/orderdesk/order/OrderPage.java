package be.belnet.orderdesk.order;

import java.util.List;

/**
 * One page of orders, newest first.
 *
 * @param page from 0
 * @param pages at least 1
 * @param total orders on all pages; one more than 10,000 stands for all that are more
 */
public record OrderPage(List<Order> orders, int page, int pages, long total) {}
