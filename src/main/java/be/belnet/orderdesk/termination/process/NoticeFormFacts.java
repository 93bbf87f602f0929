package be.belnet.orderdesk.termination.process;

import static be.belnet.orderdesk.termination.process.TerminationVariables.NOTICE_REASON;

import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.notice.Judgement;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.termination.Codes;
import be.belnet.orderdesk.termination.NoticeDesk;
import be.belnet.orderdesk.termination.Termination;
import be.belnet.orderdesk.termination.Terminations;
import be.belnet.orderdesk.time.WrittenDates;
import be.belnet.orderdesk.workflow.FormContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What forms say about the notice they belong to; a dash stands for what is not known. */
@Component
class NoticeFormFacts {
    private final OrderFacts order;
    private final Terminations terminations;
    private final NoticeDesk desk;
    private final OrderDocuments documents;
    private final TaskService tasks;
    private final MessageSource messages;

    NoticeFormFacts(
            OrderFacts order,
            Terminations terminations,
            NoticeDesk desk,
            OrderDocuments documents,
            @Lazy TaskService tasks,
            MessageSource messages) {
        this.order = order;
        this.terminations = terminations;
        this.desk = desk;
        this.documents = documents;
        this.tasks = tasks;
        this.messages = messages;
    }

    Map<String, String> of(FormContext context) {
        Termination file = terminations.get(context.orderNumber());
        Locale locale = context.locale();
        Map<String, String> facts = new HashMap<>(order.of(context));
        facts.put("givenBy", say("fact.giver." + file.givenBy().code(), locale));
        facts.put("channel", say("fact.channel." + Codes.of(file.receipt().channel()), locale));
        facts.put("postedOn", day(file.receipt().postedOn(), locale));
        facts.put("receivedOn", day(file.receipt().receivedOn(), locale));
        facts.put("barcode", OrderFacts.known(file.receipt().barcode()));
        facts.put("wish", day(file.wish(), locale));
        facts.put("endsOn", day(file.endsOn(), locale));
        facts.put("askedEndsOn", day(file.askedEndsOn(), locale));
        facts.put("why", say("termination.why." + reason(context), locale));
        facts.put("scan", say(hasScan(file.number()) ? "termination.scan.there" : "termination.scan.missing", locale));
        facts.put("earlier", earlier(file));
        addJudgement(facts, file.number(), locale);
        return facts;
    }

    static String day(LocalDate day, Locale locale) {
        return day == null ? OrderFacts.UNKNOWN : WrittenDates.day(day, locale);
    }

    private void addJudgement(Map<String, String> facts, String number, Locale locale) {
        Optional<Judgement> judgement = desk.judgement(number);
        facts.put("notifiedOn", day(judgement.map(Judgement::notifiedOn).orElse(null), locale));
        facts.put(
                "lastDayOfNotice", day(judgement.map(Judgement::lastDayOfNotice).orElse(null), locale));
        facts.put(
                "lastDayByRule", day(judgement.map(Judgement::lastDayOfService).orElse(null), locale));
        facts.put(
                "daysLate",
                judgement.map(Judgement::daysLate).map(String::valueOf).orElse(OrderFacts.UNKNOWN));
        facts.put(
                "lastDayOnTime",
                day(desk.onTime(number).map(endsOn -> endsOn.minusDays(1)).orElse(null), locale));
        facts.put(
                "otherReadings",
                judgement.map(found -> readings(found, number, locale)).orElse(OrderFacts.UNKNOWN));
    }

    private String readings(Judgement judgement, String number, Locale locale) {
        int months = terminations.get(number).terms().months();
        String lines = judgement.otherReadings().stream()
                .map(other -> messages.getMessage(
                                "notice.reading." + other.value(), new Object[] {months}, other.value(), locale)
                        + ": " + day(other.lastDayOfService(), locale))
                .collect(Collectors.joining(" · "));
        return OrderFacts.known(lines);
    }

    private String reason(FormContext context) {
        return (String) tasks.getVariable(context.taskId(), NOTICE_REASON.name());
    }

    private String earlier(Termination file) {
        return Optional.ofNullable(file.subscription())
                .flatMap(subscription -> terminations.earlier(file.number(), subscription))
                .orElse(OrderFacts.UNKNOWN);
    }

    private boolean hasScan(String number) {
        return documents.of(number).stream()
                .anyMatch(document -> document.kind().equals(ScanKind.NOTICE.code()));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, OrderFacts.UNKNOWN, locale);
    }
}
