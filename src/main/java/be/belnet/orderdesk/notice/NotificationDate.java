package be.belnet.orderdesk.notice;

import be.belnet.orderdesk.calendar.WorkingDays;
import java.time.LocalDate;

/** Which day a notice that came by post counts as given on. */
public enum NotificationDate {
    /** The day on which the carrier delivered it, or first tried to. */
    RECEIVED,
    /** The day on its posting receipt. */
    POSTED,
    /** The third working day after it was posted. */
    THIRD_WORKING_DAY;

    private static final int WORKING_DAYS_OF_POST = 3;

    /**
     * The day; the third working day after posting where it is not known when the letter came.
     *
     * @param postedOn null when it is not known, and no post was used
     * @param receivedOn null when it is not known
     * @throws IllegalArgumentException when neither is known
     */
    LocalDate of(LocalDate postedOn, LocalDate receivedOn, WorkingDays workingDays) {
        if (postedOn == null && receivedOn == null) {
            throw new IllegalArgumentException("A notice has a date");
        }
        if (postedOn == null || this == RECEIVED && receivedOn != null) {
            return receivedOn;
        }
        return this == POSTED ? postedOn : workingDays.after(postedOn, WORKING_DAYS_OF_POST);
    }
}
