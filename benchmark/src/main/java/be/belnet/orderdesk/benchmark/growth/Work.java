package be.belnet.orderdesk.benchmark.growth;

/**
 * Something that a node does with its database, in transactions one after the other.
 *
 * @param cpu seconds of the node in all
 * @param databaseCpu seconds of the database in all
 */
record Work(int transactions, double cpu, double databaseCpu) {
    Work part(int parts) {
        return new Work(Math.max(1, Math.round((float) transactions / parts)), cpu / parts, databaseCpu / parts);
    }
}
