package be.belnet.orderdesk.security;

import java.util.function.BooleanSupplier;

/**
 * Keeps one hole of the engine shut.
 *
 * @param name as administrators read it when Orderdesk does not start
 * @param holds tries the attack; false when it succeeds
 */
record Guard(String name, BooleanSupplier holds) {}
