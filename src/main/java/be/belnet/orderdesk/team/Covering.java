package be.belnet.orderdesk.team;

/** Brings tasks to who is there. */
public interface Covering {
    /** Moves what is not where today's absences have it; what cannot be moved now is tried again by the rounds. */
    void bringUpToDate();
}
