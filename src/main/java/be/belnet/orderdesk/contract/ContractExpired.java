package be.belnet.orderdesk.contract;

/**
 * What proves a contract is kept no longer; listeners let go of what belongs to it, in the same transaction.
 *
 * @param order number of the order that brought the contract
 */
public record ContractExpired(String order) {}
