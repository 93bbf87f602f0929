package be.belnet.orderdesk.bams;

/**
 * A licence as the supplier issued it.
 *
 * @param serialNumber 16 letters and digits
 */
public record Licence(String serialNumber) {}
