package be.belnet.orderdesk.security;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What of the engine's REST API is open. Reading is left to the engine's authorisations; of writing, staff have what
 * Tasklist needs to work on a task through its form, administrators also users, grants, filters and jobs. Variables,
 * comments, attachments, deployments and everything that moves an order past its forms are closed to all.
 */
class EngineApiRules {
    private static final String ID = "/[^/]+";
    private static final String QUERIES =
            "(case-definition|decision-definition|decision-requirements-definition|deployment"
                    + "|execution|external-task|history|incident|job|job-definition|process-definition|process-instance|task"
                    + "|variable-instance)";

    private static final List<Rule> STAFF = List.of(
            rule("GET|HEAD", QUERIES + "(/.*)?"),
            rule(
                    "GET|HEAD",
                    "(authorization|batch|event-subscription|filter|group|identity|metrics|telemetry|tenant|user|version)(/.*)?"),
            rule("OPTIONS", ".*"),
            rule("POST", "(execution|external-task|job|process-instance|task|variable-instance)(/count)?"),
            rule(
                    "POST",
                    "history/(activity-instance|decision-instance|incident|job-log|process-instance|task|variable-instance"
                            + "|external-task-log|user-operation|detail)(/count)?"),
            rule("POST", "filter" + ID + "/(list|count|singleResult)"),
            rule("POST", "task" + ID + "/(claim|unclaim|assignee|submit-form)"),
            rule("POST", "process-definition(/key)?" + ID + "/submit-form"));

    private static final List<Rule> ADMINISTRATORS = List.of(
            rule("POST|PUT|DELETE", "(authorization|filter|group|user)(/.*)?"),
            rule("POST", "identity/password-policy"),
            rule("PUT|POST", "(job|job-definition|process-instance)(" + ID + ")?/(job-retries|retries|suspended)"),
            rule("PUT", "job" + ID + "/(duedate|priority)"),
            rule("POST", "job" + ID + "/execute"),
            rule("PUT", "process-definition(/key)?" + ID + "/suspended"));

    private static final Pattern ENGINE = Pattern.compile("/camunda/api/engine/engine/default/(.*?)/?");
    private static final Pattern ENGINES = Pattern.compile("/camunda/api/engine/engine/?(default/?)?");

    private EngineApiRules() {}

    /** @param path as the request line has it, without the query */
    static boolean allow(String method, String path, boolean administrator) {
        var call = ENGINE.matcher(path);
        if (!call.matches()) {
            return "GET".equals(method) && ENGINES.matcher(path).matches();
        }
        return covered(STAFF, method, call.group(1)) || administrator && covered(ADMINISTRATORS, method, call.group(1));
    }

    private static boolean covered(List<Rule> rules, String method, String call) {
        return rules.stream()
                .anyMatch(rule -> rule.methods.matcher(method).matches()
                        && rule.calls.matcher(call).matches());
    }

    private static Rule rule(String methods, String calls) {
        return new Rule(Pattern.compile(methods), Pattern.compile(calls));
    }

    private record Rule(Pattern methods, Pattern calls) {}
}
