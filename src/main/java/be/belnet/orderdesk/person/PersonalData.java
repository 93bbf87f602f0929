package be.belnet.orderdesk.person;

import java.util.List;

/** One module's part in what is known about people. All of it happens in the caller's transaction. */
public interface PersonalData {
    /** The person with the names, telephone numbers and customers that this module knows them by. */
    default Person known(Person person) {
        return person;
    }

    /** Numbers of the orders that the person asked for. */
    default List<String> orders(Person person) {
        return List.of();
    }

    /** Numbers of orders that cannot do without the person yet; nothing is erased before they are closed. */
    default List<String> needing(Person person) {
        return List.of();
    }

    /** All there is about the person, rows that stay after an erasure included. */
    List<Entry> export(Person person);

    /** Who dealt with the person's data, as far as this module knows. */
    default List<Access> accesses(Person person) {
        return List.of();
    }

    /**
     * Puts right what is kept; processes that run read it from there.
     *
     * @return rows changed
     * @throws AddressTakenException when the new address belongs to another contact
     */
    default int rectify(Person person, Correction correction) {
        return 0;
    }

    /** What will stay after an erasure, of the person's orders and elsewhere. */
    default List<Kept> kept(Person person, List<String> orders) {
        return List.of();
    }

    /**
     * Takes out of a closed order what tells of people, but for what is to be kept.
     *
     * @return rows changed; none when it was done before
     */
    default int discard(String order, Tombstone tombstone) {
        return 0;
    }

    /**
     * Erases the person wherever it stands outside the orders of its own.
     *
     * @return rows changed; none when it was done before
     */
    int erase(Person person, Tombstone tombstone);
}
