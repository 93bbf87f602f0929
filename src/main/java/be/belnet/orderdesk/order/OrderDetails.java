package be.belnet.orderdesk.order;

import java.util.List;

/** What a service knows of its orders beyond the order file; each service implements it. */
public interface OrderDetails {
    /** Whether this one knows orders such as this. */
    boolean tellOf(Order order);

    /** What was determined with the customer, in the order to show it. */
    List<Detail> determined(String number);

    /** What partners know the order's things by. */
    List<Reference> references(String number);

    /** What a file changes, before and after, in the order to show it; empty for files that change nothing. */
    default List<Comparison> comparisons(String number) {
        return List.of();
    }

    /**
     * @param labelKey message key
     * @param before as it is shown, a line each; message keys where words exist for them; empty for nothing
     */
    record Comparison(String labelKey, List<String> before, List<String> after, boolean changed) {}

    /**
     * @param labelKey message key; details of the same one are shown as one of several lines
     * @param value as it is shown; a message key where words exist for it; parts have {@link #BETWEEN} between them
     */
    record Detail(String labelKey, String value) {
        public static final String BETWEEN = " · ";
    }

    /**
     * @param kind camel case: licence, appliance, applianceAddress …; its words stand under {@code reference.<kind>}
     * @param partner the partner's name
     * @param kept stays at the partner when the order is left
     */
    record Reference(String kind, String partner, String value, boolean kept) {
        /** What leaving the order gives back. */
        public Reference(String kind, String partner, String value) {
            this(kind, partner, value, false);
        }
    }
}
