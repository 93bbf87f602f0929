package be.belnet.orderdesk.faults;

/**
 * How large and with which seed the suite runs: small unless {@code orderdesk.faults.tier} is {@code full}. Each figure can
 * be given as {@code orderdesk.faults.<name>}, and so can {@code seed}; with {@code plain=true} nothing is protected.
 */
final class Sizes {
    private static final String PREFIX = "orderdesk.faults.";

    /** Printed with each result, so that what went wrong can be had again. */
    static final long SEED = Long.getLong(PREFIX + "seed", System.nanoTime() % 1_000_000);

    private Sizes() {}

    static boolean full() {
        return "full".equals(System.getProperty(PREFIX + "tier"));
    }

    static boolean plain() {
        return Boolean.getBoolean(PREFIX + "plain");
    }

    /** @param name such as {@code f1.orders} */
    static int of(String name, int small, int full) {
        return Integer.getInteger(PREFIX + name, full() ? full : small);
    }
}
