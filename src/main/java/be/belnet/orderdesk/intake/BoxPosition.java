package be.belnet.orderdesk.intake;

/**
 * How far a box was read.
 *
 * @param validity of the places, as the mail server says; with another one they mean other mails
 * @param next place of the first mail that was not looked at
 */
record BoxPosition(long validity, long next) {
    static final BoxPosition BEGINNING = new BoxPosition(0, 1);

    BoxPosition in(long validityNow) {
        return validityNow == validity ? this : new BoxPosition(validityNow, 1);
    }

    boolean isBeginning() {
        return next == 1;
    }

    BoxPosition after(long place) {
        return new BoxPosition(validity, place + 1);
    }
}
