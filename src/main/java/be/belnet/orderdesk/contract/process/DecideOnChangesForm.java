package be.belnet.orderdesk.contract.process;

import static be.belnet.orderdesk.contract.process.ContractVariables.CHANGES_DECISION;
import static be.belnet.orderdesk.contract.process.ContractVariables.CONTRACT_SIGNED;
import static be.belnet.orderdesk.contract.process.ContractVariables.NEEDS_REOPENED;

import be.belnet.orderdesk.contract.Contract;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.CopiesReceived;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The account manager decides on a text that the customer changed. */
@Component
class DecideOnChangesForm implements TaskForm {
    private final ContractDesk contracts;
    private final OrderFile orders;
    private final ContractFacts facts;

    DecideOnChangesForm(ContractDesk contracts, OrderFile orders, ContractFacts facts) {
        this.contracts = contracts;
        this.orders = orders;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "decide-on-changes";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String decision = answers.text("changesDecision");
        String reason = answers.required("reason");
        decide(context.orderNumber(), decision, reason);
        return Map.of(
                CHANGES_DECISION.name(), decision,
                CONTRACT_SIGNED.name(), decision.equals("accept"),
                NEEDS_REOPENED.name(), decision.equals("backToNeeds"));
    }

    private void decide(String orderNumber, String decision, String reason) {
        switch (decision) {
            case "accept" -> accept(orderNumber, reason);
            case "refuse" -> contracts.refuseChanges(orderNumber, reason);
            case "backToNeeds" -> contracts.reopenNeeds(orderNumber, reason);
            case "giveUp" -> giveUp(orderNumber, reason);
            default -> throw new AnswersRefusedException("changesDecision", "form.error.notAnOption");
        }
    }

    private void accept(String orderNumber, String reason) {
        boolean otherDefects = contracts
                .current(orderNumber)
                .map(Contract::copies)
                .map(CopiesReceived::otherDefects)
                .orElse(true);
        if (otherDefects) {
            throw new AnswersRefusedException("changesDecision", "form.error.otherDefects");
        }
        contracts.acceptChanges(orderNumber, reason);
    }

    private void giveUp(String orderNumber, String reason) {
        orders.record(orderNumber, "changesGivenUp", Map.of("reason", reason));
        contracts.voidContract(orderNumber);
        orders.setClosingReason(orderNumber, reason);
    }
}
