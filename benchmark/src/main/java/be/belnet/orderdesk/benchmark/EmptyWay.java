package be.belnet.orderdesk.benchmark;

import java.util.Map;

/** What people answer where nobody evaluates it: no more than what the gateways on the straight way ask for. */
final class EmptyWay {
    static final String PROCESS = "bams-order";

    /** What empty delegates would have found out. */
    static final Map<String, Object> REQUEST = Map.of("eligible", true, "throughDistributor", false);

    private static final Map<String, Map<String, Object>> ANSWERS = Map.of(
            "userTask_introduceAccountManager", Map.of("accountManager", "relations1"),
            "userTask_discussWishes", Map.of("meetingNeeded", false),
            "userTask_determineNeeds", Map.of("technicalAdviceNeeded", false),
            "userTask_registerSignedCopies", Map.of("copiesAccepted", true, "contractSigned", true),
            "userTask_handOverAppliance", Map.of(),
            "userTask_countersignContract", Map.of());

    private static final Map<String, String> PEOPLE = Map.of(
            "userTask_introduceAccountManager", "desk1",
            "userTask_discussWishes", "relations1",
            "userTask_determineNeeds", "relations1",
            "userTask_registerSignedCopies", "relations1",
            "userTask_handOverAppliance", "operations1",
            "userTask_countersignContract", "relations2");

    private EmptyWay() {}

    static Map<String, Object> answers(Waiting waiting) {
        return known(ANSWERS, waiting.activity());
    }

    /** Who takes a task that nobody has. */
    static String person(Waiting waiting) {
        return known(PEOPLE, waiting.activity());
    }

    static String number(int index) {
        return "BAMS-" + index;
    }

    private static <T> T known(Map<String, T> way, String activity) {
        T value = way.get(activity);
        if (value == null) {
            throw new IllegalStateException("Off the straight way: " + activity);
        }
        return value;
    }
}
