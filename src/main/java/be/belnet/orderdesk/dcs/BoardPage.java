package be.belnet.orderdesk.dcs;

import java.util.List;
import java.util.Map;

/**
 * One page of domains.
 *
 * @param counts how many stand where, were neither standing nor who has to act asked for; those without any are missing
 * @param page from 0
 * @param pages at least 1
 * @param total domains on all pages
 */
public record BoardPage(List<BoardDomain> domains, Map<Standing, Long> counts, int page, int pages, long total) {}
