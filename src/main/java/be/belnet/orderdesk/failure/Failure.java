package be.belnet.orderdesk.failure;

/**
 * Failed steps of one cause, decided on together.
 *
 * @param number such as FAIL-2026-00007; business key of {@code failed-step}
 */
public record Failure(String number, String cause) {}
