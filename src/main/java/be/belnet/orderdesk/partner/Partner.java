package be.belnet.orderdesk.partner;

import java.util.Set;

/**
 * A partner as staff know it.
 *
 * @param systems names under which its systems tell of trouble
 */
public record Partner(String name, Set<String> systems) {}
