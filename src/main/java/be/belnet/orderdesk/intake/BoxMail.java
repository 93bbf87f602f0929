package be.belnet.orderdesk.intake;

import java.time.Instant;

/**
 * A mail as it lies in the box.
 *
 * @param place grows from mail to mail
 */
record BoxMail(long place, Instant receivedAt, ReadMail mail, Runnable markTaken) {}
