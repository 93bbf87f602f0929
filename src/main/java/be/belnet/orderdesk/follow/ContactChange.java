package be.belnet.orderdesk.follow;

import java.time.Instant;

/**
 * Somebody else is to take the place of a contact. People are null once it is decided.
 *
 * @param number such as CONTACT-2026-00007
 * @param orderNumber of the file on whose page it was asked for
 * @param former whose place it is
 * @param successor who is to take it
 */
public record ContactChange(
        String number, String orderNumber, Instant askedAt, Named former, Successor successor, State state) {

    /** Somebody who is a contact. */
    public record Named(String name, String email) {}

    /**
     * @param phone may be null
     * @param language nl, fr, en or de
     */
    public record Successor(String name, String email, String phone, String language) {}

    /** Where it stands. */
    public enum State {
        ASKED,
        CHANGED,
        KEPT
    }

    public boolean isOpen() {
        return state == State.ASKED;
    }
}
