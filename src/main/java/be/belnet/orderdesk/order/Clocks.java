package be.belnet.orderdesk.order;

import java.time.Duration;

/** Time an order spent on each side so far, in elapsed time. */
public record Clocks(Duration belnet, Duration customer, Duration supplier) {}
