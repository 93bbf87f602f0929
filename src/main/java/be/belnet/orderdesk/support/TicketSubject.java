package be.belnet.orderdesk.support;

/** How a ticket at Sectigo must begin so that it is known as one of GÉANT's members (D12). */
final class TicketSubject {
    /** To the letter, odd as its blanks are. */
    static final String BEGINNING = "NREN Belnet -Géant";

    private TicketSubject() {}

    /** @param certificateOrder null when none is known */
    static String of(String certificateOrder) {
        return certificateOrder == null ? BEGINNING : BEGINNING + " " + certificateOrder;
    }
}
