package be.belnet.orderdesk.ordering.process;

import static be.belnet.orderdesk.ordering.process.OrderVariables.ACCOUNT_MANAGER;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.ordering.StaffOptions;
import be.belnet.orderdesk.security.StaffGroup;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The Service Desk says which account manager takes the order on. */
@Component
class IntroduceAccountManagerForm implements TaskForm {
    private final OrderFile orders;
    private final CustomerRegister customers;
    private final StaffOptions staff;
    private final OrderFacts facts;

    IntroduceAccountManagerForm(OrderFile orders, CustomerRegister customers, StaffOptions staff, OrderFacts facts) {
        this.orders = orders;
        this.customers = customers;
        this.staff = staff;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "introduce-account-manager";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        return Map.of("accountManager", staff.membersOf(StaffGroup.CUSTOMER_RELATIONS));
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Optional.ofNullable(orders.get(context.orderNumber()).acronym())
                .flatMap(customers::find)
                .map(Organisation::accountManager)
                .<Map<String, Object>>map(usual -> Map.of("accountManager", usual))
                .orElse(Map.of());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String accountManager = answers.text("accountManager");
        orders.assign(context.orderNumber(), accountManager);
        return Map.of(ACCOUNT_MANAGER.name(), accountManager);
    }
}
