package be.belnet.orderdesk.privacy.process;

import static be.belnet.orderdesk.privacy.process.DataRequestVariables.REQUEST_KIND;

import be.belnet.orderdesk.privacy.DataRequest;
import be.belnet.orderdesk.privacy.DataRequests;
import be.belnet.orderdesk.privacy.Kind;
import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.SentOnce;
import be.belnet.orderdesk.workflow.StartForm;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Registers a data request on the day it came. A form sent twice registers one. */
@Component
class DataRequestedForm implements StartForm {
    private final SentOnce once;
    private final DataRequests requests;
    private final Clock clock;

    DataRequestedForm(SentOnce once, DataRequests requests, Clock clock) {
        this.once = once;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "data-requested";
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of("receivedOn", BelgianTime.today(clock).toString());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        DataRequest request = once.open(
                answers, requests::numberOf, token -> requests.register(asked(answers, token), context.userId()));
        return Map.of(
                ORDER_NUMBER,
                request.number(),
                REQUEST_KIND.name(),
                request.kind().code());
    }

    private DataRequests.NewDataRequest asked(Answers answers, String token) {
        return new DataRequests.NewDataRequest(
                Kind.of(answers.text(REQUEST_KIND.name())),
                answers.text("personName"),
                answers.text("personEmail"),
                answers.text("acronym"),
                answers.text("details"),
                answers.dateUntil("receivedOn", BelgianTime.today(clock)),
                token);
    }
}
