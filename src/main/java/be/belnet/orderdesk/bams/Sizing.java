package be.belnet.orderdesk.bams;

/** Proposes how large an appliance has to be. */
public interface Sizing {
    /**
     * Number of processors: 1, 2, 4, 8 or 16.
     *
     * @param domains number of mail domains
     */
    int cpus(int mailboxes, int domains);
}
