package be.belnet.orderdesk.follow;

import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ContractState;
import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.contract.Scans;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.PdfCheck;
import be.belnet.orderdesk.order.PdfRefusedException;
import be.belnet.orderdesk.team.Colleagues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes scans of signed paper from customers. No step goes on by one: staff register what has come. */
@Service
@Transactional
class CustomersScans {
    static final int A_DAY = 10;

    private static final Duration DAY = Duration.ofDays(1);

    private final Scans scans;
    private final ContractDesk contracts;
    private final OrderFile orders;
    private final OrderDocuments documents;
    private final CustomersNews news;
    private final Correspondence correspondence;
    private final CustomerRegister customers;
    private final Colleagues colleagues;
    private final String address;
    private final Clock clock;

    CustomersScans(
            Scans scans,
            ContractDesk contracts,
            OrderFile orders,
            OrderDocuments documents,
            CustomersNews news,
            Correspondence correspondence,
            CustomerRegister customers,
            Colleagues colleagues,
            @Value("${orderdesk.address}") String address,
            Clock clock) {
        this.scans = scans;
        this.contracts = contracts;
        this.orders = orders;
        this.documents = documents;
        this.news = news;
        this.correspondence = correspondence;
        this.customers = customers;
        this.colleagues = colleagues;
        this.address = address;
        this.clock = clock;
    }

    /** What paper is waited for from the customer; empty where none is. */
    @Transactional(readOnly = true)
    Optional<ScanKind> awaited(Order order) {
        if (order.state().isFinal()) {
            return Optional.empty();
        }
        if (contracts
                .current(order.number())
                .filter(contract -> contract.state() == ContractState.SENT)
                .isPresent()) {
            return Optional.of(ScanKind.SIGNED_COPIES);
        }
        return isAnnexOut(order.number()) ? Optional.of(ScanKind.SIGNED_ANNEX) : Optional.empty();
    }

    /** A change needs one annex at most: registered once, it is not waited for again. */
    private boolean isAnnexOut(String number) {
        return documents.of(number).stream().anyMatch(CustomersScans::isAnnex) && !orders.has(number, "annexSigned");
    }

    /**
     * Keeps a scan with the file and tells the account manager.
     *
     * @return what it is a scan of
     * @throws FollowRefusedException when none is waited for, too many came, or it is no PDF to keep
     */
    ScanKind add(Order order, byte[] scan) {
        ScanKind kind = awaited(order).orElseThrow(() -> new FollowRefusedException("noScan"));
        if (addedLately(order, kind) >= A_DAY) {
            throw new FollowRefusedException("pace");
        }
        Document kept = keep(order, kind, scan);
        orders.record(order.number(), "scanUploaded", Map.of("document", kept.fileName()));
        news.answered(order.number());
        tell(order, kept);
        return kind;
    }

    /** For one too large to be read at all. */
    static void refuseTooLarge(long size) {
        if (size > PdfCheck.LARGEST) {
            throw new FollowRefusedException("scan." + PdfRefusedException.Reason.TOO_LARGE.code());
        }
    }

    private Document keep(Order order, ScanKind kind, byte[] scan) {
        try {
            PdfCheck.check(scan);
        } catch (PdfRefusedException refused) {
            throw new FollowRefusedException("scan." + refused.reason().code());
        }
        return scans.add(order.number(), kind, scan);
    }

    private long addedLately(Order order, ScanKind kind) {
        Instant since = clock.instant().minus(DAY);
        return documents.of(order.number()).stream()
                .filter(document -> document.kind().equals(kind.code()))
                .filter(document -> document.addedAt().isAfter(since))
                .count();
    }

    private void tell(Order order, Document kept) {
        Optional.ofNullable(order.accountManager())
                .map(colleagues::accountManager)
                .ifPresent(to -> correspondence.send(new Mail(
                        order.number(),
                        "scan-uploaded",
                        to,
                        Map.of(
                                "customerName", customerName(order),
                                "document", kept.fileName(),
                                "link", address + "/orders/" + order.number()))));
    }

    private String customerName(Order order) {
        return customers
                .find(order.acronym())
                .map(Organisation::legalName)
                .orElse(Optional.ofNullable(order.acronym()).orElse("–"));
    }

    private static boolean isAnnex(Document document) {
        return document.kind().equals(FollowSheets.ANNEX);
    }
}
