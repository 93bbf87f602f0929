package be.belnet.orderdesk.contract;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Draws annexes to contracts and keeps them with their files. */
@Service
public class ChangeAnnexes {
    private final OrderFile orders;
    private final OrderDocuments documents;
    private final CustomerRegister customers;
    private final ContractPrinter printer;

    ChangeAnnexes(OrderFile orders, OrderDocuments documents, CustomerRegister customers, ContractPrinter printer) {
        this.orders = orders;
        this.documents = documents;
        this.customers = customers;
        this.printer = printer;
    }

    /** That of the customer's contracts: nl, fr, en or de. */
    public String language(String number) {
        return customer(number)
                .map(Organisation::language)
                .orElseGet(() -> orders.get(number).requester().language());
    }

    /** Draws it and keeps it with its file, once for each file: a second call gives the first one. */
    public Document add(ChangeAnnex annex, String kind) {
        return documents.of(annex.number()).stream()
                .filter(document -> document.kind().equals(kind))
                .findFirst()
                .orElseGet(() -> documents.add(
                        annex.number(), kind, annex.number() + "-annex.pdf", "application/pdf", print(annex)));
    }

    private byte[] print(ChangeAnnex annex) {
        Order order = orders.get(annex.number());
        BigDecimal price = Objects.requireNonNullElse(annex.euroPerYear(), BigDecimal.ZERO);
        var terms = new ContractTerms(annex.serviceName(), annex.priceLine(), price, 0, List.of());
        return printer.print(ContractText.of(order, customer(annex.number()), terms), annex);
    }

    private Optional<Organisation> customer(String number) {
        return Optional.ofNullable(orders.get(number).acronym()).flatMap(customers::find);
    }
}
