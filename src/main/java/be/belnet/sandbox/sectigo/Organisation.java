package be.belnet.sandbox.sectigo;

import java.time.Instant;

/**
 * A row of {@code sectigo_organisation}.
 *
 * @param parentId set for a department
 * @param details JSON object as it is shown, without what stands beside it here
 * @param validatedAt null while the check of the organisation goes on
 * @param refused whether the check has failed
 */
record Organisation(
        int id,
        Integer parentId,
        String name,
        String details,
        Instant createdAt,
        Instant validatedAt,
        boolean refused) {

    static final Rows<Organisation> ROWS = Rows.of(Organisation.class);

    boolean department() {
        return parentId != null;
    }

    /** Another one like it. */
    Organisation twin() {
        return new Organisation(id + 1_000_000, parentId, name, details, createdAt, validatedAt, refused);
    }
}
