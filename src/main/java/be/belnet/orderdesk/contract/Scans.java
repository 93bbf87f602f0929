package be.belnet.orderdesk.contract;

import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.PdfCheck;
import org.springframework.stereotype.Service;

/** Takes scans of signed paper into the order file, under names of our own. A scan never counts as receipt of the paper. */
@Service
public class Scans {
    private final OrderFile orders;
    private final OrderDocuments documents;
    private final ContractDesk contracts;

    Scans(OrderFile orders, OrderDocuments documents, ContractDesk contracts) {
        this.orders = orders;
        this.documents = documents;
        this.contracts = contracts;
    }

    /**
     * @throws be.belnet.orderdesk.order.UnknownOrderException when no order has this number
     * @throws be.belnet.orderdesk.order.PdfRefusedException when it is no PDF to keep
     */
    public Document add(String orderNumber, ScanKind kind, byte[] scan) {
        Order order = orders.get(orderNumber);
        PdfCheck.check(scan);
        return documents.add(order.number(), kind.code(), fileName(order, kind), "application/pdf", scan);
    }

    private String fileName(Order order, ScanKind kind) {
        String reference = contracts
                .current(order.number())
                .map(contract -> "%s-v%d".formatted(contract.number(), contract.version()))
                .orElse(order.number());
        long earlier = documents.of(order.number()).stream()
                .filter(document -> document.kind().equals(kind.code()))
                .count();
        return kind.fileName(reference, earlier + 1);
    }
}
