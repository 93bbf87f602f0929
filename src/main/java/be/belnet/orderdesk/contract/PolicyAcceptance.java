package be.belnet.orderdesk.contract;

import java.time.LocalDate;

/**
 * That a customer accepted a policy by signing its contract.
 *
 * @param policy code, as in {@link ContractTerms.Policy}
 * @param version that the signed contract names
 * @param acceptedBy who signed; null where the signature does not tell
 * @param acceptedAs function of who signed; null where unknown
 * @param acceptedOn day on which the signed copies were here
 */
public record PolicyAcceptance(
        String policy, String version, String acceptedBy, String acceptedAs, LocalDate acceptedOn) {}
