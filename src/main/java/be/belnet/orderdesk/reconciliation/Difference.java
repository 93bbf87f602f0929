package be.belnet.orderdesk.reconciliation;

/**
 * Something that stands differently at a partner than in our rows.
 *
 * @param subject a serial number, an id of the partner's or a domain; with kind and partner it tells the difference
 * @param acronym null where no customer of ours is concerned
 * @param subscriptionId null where no subscription is concerned
 * @param ours what we have: an ISO date, an id, or a word with a text of its own; null for nothing
 * @param theirs the same, of the partner
 * @param act what Orderdesk can do about it; null where only a person can
 */
public record Difference(
        DifferenceKind kind,
        String subject,
        String acronym,
        Long subscriptionId,
        String ours,
        String theirs,
        DifferenceAct act) {}
