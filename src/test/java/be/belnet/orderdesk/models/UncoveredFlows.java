package be.belnet.orderdesk.models;

import static be.belnet.orderdesk.models.ProcessModel.words;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.web.util.HtmlUtils;

/**
 * Which flows of the models no test has taken.
 *
 * @param noted process and flow id with a blank between
 */
record UncoveredFlows(Collection<ProcessModel> models, Set<String> noted) {

    /** One line for each uncovered flow; one alone when nothing was noted at all. */
    List<String> complaints() {
        if (noted.isEmpty()) {
            return List.of("No test noted a flow: do the process tests run with FlowCoverage?");
        }
        return models.stream()
                .flatMap(model -> model.flows().stream()
                        .filter(flow -> !isCovered(model, flow))
                        .map(flow -> "%s: %s (%s)".formatted(model, words(flow), flow.getId())))
                .toList();
    }

    String page() {
        var page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Flow coverage</title>
                <style>
                body { font-family: sans-serif; margin: 2rem }
                table { border-collapse: collapse; margin-bottom: 2rem }
                th, td { border: 1px solid #999; padding: .3rem .6rem; text-align: left }
                .no { background: #fbd5d5 }
                </style></head><body><h1>Flow coverage</h1>
                """);
        models.forEach(model -> page.append(table(model)));
        return page.append("</body></html>\n").toString();
    }

    private String table(ProcessModel model) {
        var covered =
                model.flows().stream().filter(flow -> isCovered(model, flow)).count();
        var table = new StringBuilder(
                "<h2>%s: %d of %d flows</h2>\n<table><tr><th>From</th><th>Way</th><th>To</th><th>Covered</th></tr>\n"
                        .formatted(model, covered, model.flows().size()));
        model.flows().forEach(flow -> table.append(row(flow, isCovered(model, flow))));
        return table.append("</table>\n").toString();
    }

    private static String row(SequenceFlow flow, boolean covered) {
        return "<tr class=\"%1$s\"><td>%2$s</td><td>%3$s</td><td>%4$s</td><td>%1$s</td></tr>\n"
                .formatted(
                        covered ? "yes" : "no",
                        escape(words(flow.getSource())),
                        escape(flow.getName() == null ? "" : flow.getName()),
                        escape(words(flow.getTarget())));
    }

    /** The engine takes no flow to the event that comes at an event-based gateway: it goes on behind that event. */
    private boolean isCovered(ProcessModel model, SequenceFlow flow) {
        return flow.getSource() instanceof EventBasedGateway
                ? flow.getTarget().getOutgoing().stream().anyMatch(next -> isCovered(model, next))
                : noted.contains(model + " " + flow.getId());
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
