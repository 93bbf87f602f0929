package be.belnet.orderdesk.dcs;

import java.time.LocalDate;

/**
 * A domain as a former CA has it.
 *
 * @param name in lower case; what the domain is known by at any CA
 * @param validatedUntil last day of its validation; absent where it has none
 */
public record FormerDomain(String name, boolean active, LocalDate validatedUntil) {}
