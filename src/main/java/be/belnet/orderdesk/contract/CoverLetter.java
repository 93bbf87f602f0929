package be.belnet.orderdesk.contract;

import java.time.LocalDate;

/**
 * What goes by post with the customer's copy.
 *
 * @param text of the contract, in the language of the letter
 * @param contract countersigned
 * @param attention who the letter is for at the customer
 * @param on day of the letter
 */
record CoverLetter(ContractText text, Contract contract, String attention, LocalDate on) {}
