package be.belnet.orderdesk.contract.process;

import be.belnet.orderdesk.contract.Contract;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ContractProperties;
import be.belnet.orderdesk.contract.CopiesReceived;
import be.belnet.orderdesk.contract.Countersigning;
import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Customer Relations registers Belnet's signature on paper, and how the customer's copy goes back. */
@Component
class CountersignContractForm implements TaskForm {
    private final ContractDesk contracts;
    private final ContractProperties properties;
    private final ContractFacts facts;
    private final List<Countersigning> countersigning;
    private final Clock clock;

    CountersignContractForm(
            ContractDesk contracts,
            ContractProperties properties,
            ContractFacts facts,
            ObjectProvider<Countersigning> countersigning,
            Clock clock) {
        this.contracts = contracts;
        this.properties = properties;
        this.facts = facts;
        this.countersigning = countersigning.stream().toList();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "countersign-contract";
    }

    @Override
    public String scan() {
        return ScanKind.COUNTERSIGNED_CONTRACT.code();
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of("countersignedOn", BelgianTime.today(clock).toString());
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        return Map.of(
                "countersignedBy",
                properties.authorisedSignatories().stream()
                        .map(function -> new Option(function, function))
                        .toList());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String order = context.orderNumber();
        LocalDate on = Optional.ofNullable(answers.date("countersignedOn")).orElseGet(() -> BelgianTime.today(clock));
        String returnedBy = answers.text("returnedBy");
        checkNotice(order);
        checkPerson(context);
        checkDay(context, on);
        checkScan(order, returnedBy);
        contracts.countersign(order, answers.text("countersignedBy"), on, returnedBy);
        return Map.of();
    }

    private void checkNotice(String order) {
        countersigning.stream()
                .flatMap(one -> one.endedBy(order).stream())
                .findFirst()
                .ifPresent(file -> {
                    throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.noticeOfTrial", "", file)));
                });
    }

    /** Whoever is signed in counts, of whatever group; nobody at all cannot be told apart. */
    private void checkPerson(FormContext context) {
        if (properties.countersignerDiffers()
                && (context.userId() == null
                        || contracts.registrants(context.orderNumber()).contains(context.userId()))) {
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.sameSignatory")));
        }
    }

    private void checkDay(FormContext context, LocalDate on) {
        if (on.isAfter(BelgianTime.today(clock))) {
            throw new AnswersRefusedException("countersignedOn", "form.error.dateInFuture");
        }
        LocalDate received = contracts
                .current(context.orderNumber())
                .map(Contract::copies)
                .map(CopiesReceived::receivedOn)
                .orElse(on);
        if (on.isBefore(received)) {
            throw new AnswersRefusedException(
                    "countersignedOn", "form.error.beforeReceipt", ContractFacts.day(received, context.locale()));
        }
    }

    private void checkScan(String order, String returnedBy) {
        if (returnedBy.equals("mail")
                && properties.scanRequiredByMail()
                && contracts.countersignedScan(order).isEmpty()) {
            throw new AnswersRefusedException("returnedBy", "form.error.scanMissing");
        }
    }
}
