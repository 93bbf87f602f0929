package be.belnet.orderdesk.customer;

import java.util.List;

/**
 * One page of organisations, by acronym.
 *
 * @param page from 0
 * @param pages at least 1
 * @param total organisations on all pages
 */
public record CustomerPage(List<Organisation> organisations, int page, int pages, long total) {}
