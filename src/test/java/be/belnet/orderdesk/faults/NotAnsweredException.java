package be.belnet.orderdesk.faults;

/** A node did not serve what staff asked for: they try again, here or on the other one. */
class NotAnsweredException extends RuntimeException {
    NotAnsweredException(String message) {
        super(message);
    }
}
