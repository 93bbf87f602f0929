package be.belnet.orderdesk.figures;

import java.time.Instant;

/**
 * Failed steps of one cause.
 *
 * @param failure number of the failure that they were gathered in; null until they are
 * @param partner whom the cause lies with; null where it lies with none
 * @param words what the partner, or Orderdesk, said of the first
 * @param since when the first failed
 */
public record FailureFigure(String failure, String partner, String words, long orders, long steps, Instant since) {}
