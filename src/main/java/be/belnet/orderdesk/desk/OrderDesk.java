package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.audit.Decisions;
import be.belnet.orderdesk.audit.NewDecision;
import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.contract.Contract;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.order.Clocks;
import be.belnet.orderdesk.order.Consequence;
import be.belnet.orderdesk.order.OpenTask;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDetails;
import be.belnet.orderdesk.order.OrderDetails.Comparison;
import be.belnet.orderdesk.order.OrderDetails.Detail;
import be.belnet.orderdesk.order.OrderDetails.Reference;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderPage;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderQuery;
import be.belnet.orderdesk.order.OrderSearch;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.OrderSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What pages and API alike need of orders, whichever service they are for. */
@Service
class OrderDesk {
    private final OrderFile orders;
    private final OrderSteps steps;
    private final OrderSearch search;
    private final CustomerRegister customers;
    private final ContractDesk contracts;
    private final OpeningDays openingDays;
    private final OrderProcess process;
    private final List<OrderDetails> details;
    private final Decisions decisions;
    private final Caller caller;

    OrderDesk(
            OrderFile orders,
            OrderSteps steps,
            OrderSearch search,
            CustomerRegister customers,
            ContractDesk contracts,
            OpeningDays openingDays,
            OrderProcess process,
            List<OrderDetails> details,
            Decisions decisions,
            Caller caller) {
        this.orders = orders;
        this.steps = steps;
        this.search = search;
        this.customers = customers;
        this.contracts = contracts;
        this.openingDays = openingDays;
        this.process = process;
        this.details = details;
        this.decisions = decisions;
        this.caller = caller;
    }

    /** @param q words of an order or of its customer; may be null or empty */
    OrderPage find(String q, OrderState state, String service, int page) {
        boolean all = q == null || q.isBlank();
        boolean whole = caller.sight().isWhole();
        List<String> acronyms = all ? List.of() : customers.everyAcronymFor(q, whole);
        return search.find(new OrderQuery(q, acronyms, state, service, whole, page));
    }

    List<String> services() {
        return process.services();
    }

    List<OpenTask> openTasks(Order order) {
        return order.state().isFinal() ? List.of() : process.openTasks(order.number());
    }

    /** Opening days spent on each side. */
    Clocks clocks(Order order) {
        return steps.clocks(order, openingDays::elapsed);
    }

    /** What leaving the order now would take back, and what it could not; nothing when it is closed. */
    List<Consequence> consequences(Order order) {
        return order.state().isFinal() ? List.of() : process.consequences(order.number());
    }

    List<Detail> determined(Order order) {
        return details(order)
                .flatMap(known -> known.determined(order.number()).stream())
                .toList();
    }

    /** What the file changes, before and after; empty for most files. */
    List<Comparison> comparisons(Order order) {
        return details(order)
                .flatMap(known -> known.comparisons(order.number()).stream())
                .toList();
    }

    /** Contract number first, then what partners know. */
    List<Reference> references(Order order) {
        List<Reference> references = new ArrayList<>();
        contracts
                .current(order.number())
                .map(Contract::number)
                .ifPresent(number -> references.add(new Reference("contract", "Belnet", number)));
        details(order).forEach(known -> references.addAll(known.references(order.number())));
        return references;
    }

    /**
     * @throws be.belnet.orderdesk.order.UnknownOrderException when no order has this number
     * @throws be.belnet.orderdesk.order.OrderClosedException when it no longer runs
     */
    @Transactional
    void withdraw(String number, String reason) {
        Order order = orders.get(number);
        process.withdraw(order.number(), reason);
        decisions.note(NewDecision.override("withdrawal", order.number(), reason));
    }

    /**
     * @throws be.belnet.orderdesk.order.UnknownOrderException when no order has this number
     * @throws be.belnet.orderdesk.order.OrderClosedException when it no longer runs
     */
    @Transactional
    void cancel(String number, String reason) {
        Order order = orders.get(number);
        process.cancel(order.number(), reason);
        decisions.note(NewDecision.override("cancellation", order.number(), reason));
    }

    /** Whether an open order may still be withdrawn or cancelled. */
    @Transactional(readOnly = true)
    public boolean mayBeLeft(Order order) {
        return process.mayBeLeft(order.number());
    }

    private Stream<OrderDetails> details(Order order) {
        return details.stream().filter(known -> known.tellOf(order));
    }
}
