package be.belnet.sandbox.world;

/** A part of the world that keeps state; a bean of this type takes part in {@code DELETE /api/world}. */
public interface WorldPart {

    /** Forgets everything and puts back what a new world starts with. Runs in the transaction of the request. */
    void startAgain();
}
