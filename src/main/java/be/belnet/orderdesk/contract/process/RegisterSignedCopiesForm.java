package be.belnet.orderdesk.contract.process;

import static be.belnet.orderdesk.contract.process.ContractVariables.CHANGES_WANTED;
import static be.belnet.orderdesk.contract.process.ContractVariables.CONTRACT_SIGNED;
import static be.belnet.orderdesk.contract.process.ContractVariables.COPIES_ACCEPTED;
import static be.belnet.orderdesk.contract.process.ContractVariables.NEEDS_REOPENED;
import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.contract.Contract;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.CopiesReceived;
import be.belnet.orderdesk.contract.CopyDefect;
import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Customer Relations registers which paper copies are at hand, earlier ones included. The server decides whether they are
 * accepted.
 */
@Component
class RegisterSignedCopiesForm implements TaskForm {
    private static final String NONE = CopyDefect.NONE.code();
    private static final String CHANGES_ASKED = "changesAsked";

    private final ContractDesk contracts;
    private final ContractFacts facts;
    private final Clock clock;

    RegisterSignedCopiesForm(ContractDesk contracts, ContractFacts facts, Clock clock) {
        this.contracts = contracts;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "register-signed-copies";
    }

    @Override
    public String scan() {
        return ScanKind.SIGNED_COPIES.code();
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    /** Today, and what was registered before. */
    @Override
    public Map<String, Object> values(FormContext context) {
        Map<String, Object> values = new HashMap<>();
        values.put("receivedOn", BelgianTime.today(clock).toString());
        contracts.current(context.orderNumber()).map(Contract::copies).ifPresent(copies -> putKnown(values, copies));
        return values;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        CopiesReceived copies = copies(answers);
        Contract contract = contracts
                .current(context.orderNumber())
                .orElseThrow(() -> new AnswersRefusedException(List.of(new Refusal(null, "form.error.stale"))));
        List<Refusal> refusals = new ArrayList<>();
        checkDefects(answers, copies, refusals);
        checkReceipt(contract, copies, context, refusals);
        checkSignatory(copies, refusals);
        if (copies.accepted() && answers.has(CHANGES_ASKED)) {
            refusals.add(new Refusal(CHANGES_ASKED, "form.error.copiesInOrder"));
        }
        if (!refusals.isEmpty()) {
            throw new AnswersRefusedException(refusals);
        }
        contracts.register(context.orderNumber(), copies, context.userId());
        if (answers.has(CHANGES_ASKED)) {
            contracts.noteChangesAsked(context.orderNumber(), answers.text(CHANGES_ASKED));
        }
        return Map.of(
                COPIES_ACCEPTED.name(), copies.accepted(),
                CHANGES_WANTED.name(), areChangesWanted(copies, answers),
                CONTRACT_SIGNED.name(), copies.accepted(),
                NEEDS_REOPENED.name(), false);
    }

    /** A customer asks for changes on a copy, or in other ways: then nobody waits for the paper. */
    static boolean areChangesWanted(CopiesReceived copies, Answers answers) {
        return copies.changesWanted() || answers.has(CHANGES_ASKED);
    }

    static CopiesReceived copies(Answers answers) {
        int count = answers.number("copiesReceived", 0);
        return new CopiesReceived(
                count,
                defect(answers, "copy1Defect"),
                defect(answers, "copy2Defect"),
                answers.text("signatoryName"),
                answers.text("signatoryRole"),
                count == 0 ? null : answers.date("receivedOn"));
    }

    private static CopyDefect defect(Answers answers, String field) {
        return CopyDefect.of(answers.has(field) ? answers.text(field) : NONE);
    }

    private static void checkDefects(Answers answers, CopiesReceived copies, List<Refusal> refusals) {
        if (copies.count() < 1 && defect(answers, "copy1Defect") != CopyDefect.NONE) {
            refusals.add(new Refusal("copy1Defect", "form.error.copyNotReceived"));
        }
        if (copies.count() < 2 && defect(answers, "copy2Defect") != CopyDefect.NONE) {
            refusals.add(new Refusal("copy2Defect", "form.error.copyNotReceived"));
        }
    }

    private void checkReceipt(Contract contract, CopiesReceived copies, FormContext context, List<Refusal> refusals) {
        LocalDate drawnUp = LocalDate.ofInstant(contract.generatedAt(), BRUSSELS);
        if (copies.count() == 0) {
            return;
        }
        if (copies.receivedOn() == null) {
            refusals.add(new Refusal("receivedOn", "form.error.required"));
        } else if (copies.receivedOn().isAfter(BelgianTime.today(clock))) {
            refusals.add(new Refusal("receivedOn", "form.error.dateInFuture"));
        } else if (copies.receivedOn().isBefore(drawnUp)) {
            refusals.add(new Refusal(
                    "receivedOn", "form.error.beforeContract", ContractFacts.day(drawnUp, context.locale())));
        }
    }

    /** Copies with a changed text alone may become the contract as well: their changes can be accepted. */
    private static void checkSignatory(CopiesReceived copies, List<Refusal> refusals) {
        boolean mayBind = !copies.otherDefects();
        if (mayBind && copies.signatoryName() == null) {
            refusals.add(new Refusal("signatoryName", "form.error.required"));
        }
        if (mayBind && copies.signatoryRole() == null) {
            refusals.add(new Refusal("signatoryRole", "form.error.required"));
        }
    }

    private static void putKnown(Map<String, Object> values, CopiesReceived copies) {
        values.put("copiesReceived", copies.count());
        if (copies.count() > 0) {
            values.put("copy1Defect", copies.copy1Defect().code());
        }
        if (copies.count() > 1) {
            values.put("copy2Defect", copies.copy2Defect().code());
        }
        if (copies.signatoryName() != null) {
            values.put("signatoryName", copies.signatoryName());
        }
        if (copies.signatoryRole() != null) {
            values.put("signatoryRole", copies.signatoryRole());
        }
    }
}
