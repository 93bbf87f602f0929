package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.order.OrderFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The services that can be ordered. The process of one is named after it: that of BAMS is {@code bams-order}. */
@Component
public class OrderedServices {
    private static final String PROCESS = "-order";

    private final List<OrderedService> services;
    private final OrderFile orders;

    OrderedServices(List<OrderedService> services, OrderFile orders) {
        this.services = services;
        this.orders = orders;
    }

    /** In alphabetical order. */
    public List<String> names() {
        return services.stream().map(OrderedService::service).sorted().toList();
    }

    /** @throws be.belnet.orderdesk.order.UnknownOrderException when no order has this number */
    public OrderedService ofOrder(String orderNumber) {
        return named(orders.get(orderNumber).service()).orElseThrow();
    }

    /** @throws java.util.NoSuchElementException when no service's orders run in this process */
    public OrderedService ofProcess(String process) {
        return services.stream()
                .filter(service -> process(service.service()).equals(process))
                .findFirst()
                .orElseThrow();
    }

    /** Id of the process that orders of a service run in. */
    public static String process(String service) {
        return service.toLowerCase(Locale.ROOT) + PROCESS;
    }

    private Optional<OrderedService> named(String name) {
        return services.stream()
                .filter(service -> service.service().equals(name))
                .findFirst();
    }
}
