package be.belnet.orderdesk.contract;

/** What contracts need of a service; each service with contracts implements it. */
public interface ContractTermsSource {
    /** @param service BAMS or DCS */
    boolean supports(String service);

    /** The terms as they stand in the order file now. */
    ContractTerms terms(String orderNumber);
}
