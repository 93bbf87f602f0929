package be.belnet.orderdesk.order;

import java.time.Instant;

/**
 * A document of an order, without its bytes.
 *
 * @param kind camel case: contract, signedCopies, countersignedContract, coverLetter, invitation …
 * @param sha256 of the bytes, 64 lower-case hex digits
 */
public record Document(
        long id,
        String orderNumber,
        String kind,
        String fileName,
        String contentType,
        long size,
        String sha256,
        Instant addedAt) {}
