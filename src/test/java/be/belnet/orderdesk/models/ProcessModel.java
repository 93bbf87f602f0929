package be.belnet.orderdesk.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One model of {@code processes}, read from its file. */
public record ProcessModel(Path file, BpmnModelInstance content) {

    /** Each model there is, in a stable order. */
    public static List<ProcessModel> all() throws IOException {
        try (var files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(ProcessModel::read)
                    .toList();
        }
    }

    public static ProcessModel read(Path file) {
        return new ProcessModel(file, Bpmn.readModelFromFile(file.toFile()));
    }

    public Process process() {
        return all(Process.class).iterator().next();
    }

    public Collection<FlowNode> nodes() {
        return all(FlowNode.class);
    }

    public Collection<SequenceFlow> flows() {
        return all(SequenceFlow.class);
    }

    public <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return content.getModelElementsByType(type);
    }

    /** The flow in a reader's words, such as {@code "Eligible?" -No-> "Review request"}. */
    static String words(SequenceFlow flow) {
        var answer = flow.getName() == null ? "->" : "-%s->".formatted(flow.getName());
        return "%s %s %s".formatted(words(flow.getSource()), answer, words(flow.getTarget()));
    }

    static String words(FlowElement element) {
        return element.getName() == null ? element.getId() : "\"%s\"".formatted(element.getName());
    }

    @Override
    public String toString() {
        return process().getId();
    }
}
