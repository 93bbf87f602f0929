package be.belnet.orderdesk.privacy.process;

import static be.belnet.orderdesk.privacy.process.DataRequestVariables.REQUEST_KIND;
import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.privacy.DataRequest;
import be.belnet.orderdesk.privacy.DataRequests;
import be.belnet.orderdesk.privacy.Kind;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.StartForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Registers a data request on the day it came. A form sent twice registers one. */
@Component
class DataRequestedForm implements StartForm {
    private final DataRequests requests;
    private final Clock clock;

    DataRequestedForm(DataRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "data-requested";
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of("receivedOn", today().toString());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String token = answers.text("formToken");
        Optional.ofNullable(token).flatMap(requests::numberOf).ifPresent(DataRequestedForm::refuseSecond);
        LocalDate receivedOn = answers.dateUntil("receivedOn", today());
        DataRequest request = register(
                new DataRequests.NewDataRequest(
                        Kind.of(answers.text(REQUEST_KIND.name())),
                        answers.text("personName"),
                        answers.text("personEmail"),
                        answers.text("acronym"),
                        answers.text("details"),
                        receivedOn,
                        token),
                context.userId());
        return Map.of(
                ORDER_NUMBER,
                request.number(),
                REQUEST_KIND.name(),
                request.kind().code());
    }

    private DataRequest register(DataRequests.NewDataRequest asked, String by) {
        try {
            return requests.register(asked, by);
        } catch (DuplicateKeyException sentTwiceAtOnce) {
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.twiceAtOnce")));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(BRUSSELS));
    }

    private static void refuseSecond(String first) {
        throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.twice", "", first)));
    }
}
