package be.belnet.orderdesk.contract;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a contract says on what stands in the order file now. */
@Component
class ContractTexts {
    private final ObjectProvider<ContractTermsSource> sources;
    private final OrderFile orders;
    private final CustomerRegister customers;
    private final ObjectMapper json;

    ContractTexts(
            ObjectProvider<ContractTermsSource> sources,
            OrderFile orders,
            CustomerRegister customers,
            ObjectMapper json) {
        this.sources = sources;
        this.orders = orders;
        this.customers = customers;
        this.json = json;
    }

    ContractText of(String orderNumber) {
        return of(orderNumber, terms(orderNumber));
    }

    ContractText of(String orderNumber, ContractTerms terms) {
        Order order = orders.get(orderNumber);
        return ContractText.of(order, customers.find(order.acronym()), terms);
    }

    /** The same for texts that say the same. */
    String fingerprint(ContractText text) {
        try {
            return Sha256.of(json.writeValueAsBytes(text));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ContractTerms terms(String orderNumber) {
        String service = orders.get(orderNumber).service();
        return sources.stream()
                .filter(source -> source.supports(service))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No contract terms for " + service))
                .terms(orderNumber);
    }
}
