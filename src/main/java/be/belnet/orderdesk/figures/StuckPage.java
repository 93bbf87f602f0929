package be.belnet.orderdesk.figures;

import java.util.List;

/**
 * Some of the steps where orders are stuck, the longest first.
 *
 * @param page from 0
 * @param more whether a page follows
 */
public record StuckPage(List<StuckStep> steps, int page, boolean more) {
    static final int SIZE = 10;

    /** The last page: whoever needs more takes the file. */
    static final int LAST = 99;
}
