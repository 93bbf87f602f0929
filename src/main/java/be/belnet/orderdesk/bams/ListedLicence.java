package be.belnet.orderdesk.bams;

import java.time.LocalDate;

/**
 * A licence as it stands in the list of whoever issued it.
 *
 * @param reference what is written beside it, an order number as a rule; may be null or anything
 * @param inUse whether it is charged, or may be, or is somebody's
 * @param lastDay null where the list does not say
 */
public record ListedLicence(Licence licence, String reference, boolean inUse, LocalDate lastDay) {}
