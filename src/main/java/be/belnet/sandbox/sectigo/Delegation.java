package be.belnet.sandbox.sectigo;

import java.util.List;

/**
 * A row of {@code sectigo_delegation}: for which certificates an organisation may use a domain.
 *
 * @param certTypes comma separated
 * @param privileges comma separated, may be null
 * @param status {@code ACTIVE}, or {@code REQUESTED} until the network approves
 */
record Delegation(int domainId, int orgId, String certTypes, String privileges, String status) {

    static final Rows<Delegation> ROWS = Rows.of(Delegation.class);

    static final String ACTIVE = "ACTIVE";
    static final String REQUESTED = "REQUESTED";

    boolean active() {
        return status.equals(ACTIVE);
    }

    List<String> types() {
        return List.of(certTypes.split(","));
    }

    List<String> privilegeList() {
        return privileges == null ? null : List.of(privileges.split(","));
    }
}
