package be.belnet.orderdesk.customer;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Fills an empty register with invented organisations. */
@Component
@ConditionalOnProperty("orderdesk.customers.sample")
class CustomerSample {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerSample.class);

    private final CustomerRegister register;
    private final CustomerImport customerImport;

    CustomerSample(CustomerRegister register, CustomerImport customerImport) {
        this.register = register;
        this.customerImport = customerImport;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(10)
    void fill() throws IOException {
        if (!register.isEmpty()) {
            return;
        }
        try {
            customerImport.runNow(file("organisations.csv"), file("contacts.csv"), "orderdesk");
        } catch (ImportRunningException onAnotherNode) {
            LOG.info("Another node imports the sample customers");
        }
    }

    private static byte[] file(String name) throws IOException {
        return new ClassPathResource("sample/" + name).getContentAsByteArray();
    }
}
