package be.belnet.orderdesk.partner;

import java.time.Duration;

/**
 * The longest that the calls of one job to a partner may take, all its time-outs and waits added up.
 *
 * @param job for people, such as {@code OpenStack, making an appliance}
 */
public record LongestJob(String job, Duration time) {}
