package be.belnet.orderdesk;

import be.belnet.orderdesk.bams.process.Watch;
import be.belnet.orderdesk.order.OrderState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** Orders that stand one at each place where orders wait, and go on to their end, perhaps in an application started later. */
final class WaitingOrders {
    /** The way of an order: each step waits for the one before it. */
    private static final List<Step> WAY = List.of(
            new Step("userTask_reviewRequest", "desk1", Map.of("requestOutcome", "accept")),
            new Step("userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1")),
            new Step(
                    "userTask_discussWishes",
                    "relations1",
                    Map.of(
                            "wishes",
                            "Less spam",
                            "meetingNeeded",
                            true,
                            "meetingAt",
                            soon(),
                            "meetingPlace",
                            "Brussels")),
            new Step("userTask_holdMeeting", "relations1", Map.of("minutes", "One domain")),
            new Step("userTask_determineNeeds", "relations1", needs(true)),
            new Step("userTask_arrangeAdvice", "relations1", Map.of("adviser", "adviser1", "appointmentAt", soon())),
            new Step("userTask_adviseCustomer", "adviser1", Map.of("advice", "One CPU")),
            new Step("userTask_determineNeeds", "relations1", needs(false)),
            new Step("userTask_registerSignedCopies", "relations1", copies("textChanged")),
            new Step("userTask_decideOnChanges", "relations1", Map.of("changesDecision", "refuse", "reason", "No")),
            new Step("userTask_registerSignedCopies", "relations1", copies("none")),
            new Step("userTask_handOverAppliance", "operations1", checks()),
            new Step(
                    "userTask_countersignContract",
                    "relations2",
                    Map.of("countersignedBy", "Director", "returnedBy", "post")));

    private WaitingOrders() {}

    /** An order for each place; how many steps of the way each has behind it, by number. */
    static Map<String, Integer> prepare(ApplicationContext orderdesk) {
        Map<String, Integer> waiting = new LinkedHashMap<>();
        for (int steps = 0; steps < WAY.size(); steps++) {
            String order = receive(orderdesk);
            take(orderdesk, order, 0, steps);
            waiting.put(order, steps);
        }
        return waiting;
    }

    static OrderState complete(ApplicationContext orderdesk, String order, int steps) {
        take(orderdesk, order, steps, WAY.size());
        return orderdesk.getBean(Desk.class).order(order).state();
    }

    private static String receive(ApplicationContext orderdesk) {
        // a school, so that the request is reviewed as well
        String customer = orderdesk.getBean(Register.class).organisation("school", "de", true);
        return orderdesk
                .getBean(Desk.class)
                .start(
                        "desk1",
                        "bams-order",
                        Map.of(
                                "acronym", customer,
                                "contactName", "Mail administrator",
                                "contactEmail", "mail-admin@customer.example",
                                "contactLanguage", "de"));
    }

    private static void take(ApplicationContext orderdesk, String order, int from, int to) {
        Desk desk = orderdesk.getBean(Desk.class);
        for (Step step : WAY.subList(from, to)) {
            if (step.task().equals("userTask_handOverAppliance")) {
                orderdesk.getBean(Watch.class).untilHandOver(order);
            }
            Map<String, Object> answers = new HashMap<>(step.answers());
            if (step.task().equals("userTask_reviewRequest")) {
                answers.put("acronym", desk.order(order).acronym());
            }
            desk.complete(order, step.task(), step.user(), answers);
        }
    }

    private static Map<String, Object> needs(boolean advice) {
        return Map.of(
                "mailDomains",
                "customer.example mx.customer.example",
                "mailboxes",
                40,
                "technicalAdviceNeeded",
                advice);
    }

    private static Map<String, Object> copies(String defect) {
        return Map.of(
                "copiesReceived",
                2,
                "copy1Defect",
                "none",
                "copy2Defect",
                defect,
                "signatoryName",
                "The signatory",
                "signatoryRole",
                "Rector",
                "receivedOn",
                LocalDate.now().toString());
    }

    private static Map<String, Object> checks() {
        return Map.of("handOverChecks", List.of("serial", "domains", "testMail", "mx"));
    }

    private static String soon() {
        return LocalDateTime.now().plusDays(2).withNano(0).toString();
    }

    private record Step(String task, String user, Map<String, Object> answers) {}
}
