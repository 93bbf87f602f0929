package be.belnet.sandbox.sectigo;

import java.time.Instant;

/** A row of {@code sectigo_administrator}: an account that manages organisations. */
record Administrator(
        int id, String login, String email, String forename, String surname, String telephone, Instant createdAt) {

    /**
     * What an account may do, and where.
     *
     * @param orgId null where it is about no organisation
     */
    record Credential(String role, Integer orgId) {}

    /** Another one like it. */
    Administrator twin() {
        return new Administrator(id + 1_000_000, login, email, forename, surname, telephone, createdAt);
    }
}
