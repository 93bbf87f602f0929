package be.belnet.orderdesk.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * Notes each sequence flow that a test takes. Found by component scan, so each test with the whole application has it;
 * an engine built by hand adds it to its plug-ins.
 */
@Component
public class FlowCoverage extends AbstractProcessEnginePlugin {

    static final Path FOLDER = Path.of("target/flow-coverage");
    private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

    private final Path file;

    FlowCoverage() {
        this(FOLDER.resolve(ProcessHandle.current().pid() + ".txt"));
    }

    FlowCoverage(Path file) {
        this.file = file;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var listeners = Optional.ofNullable(engine.getCustomPostBPMNParseListeners())
                .map(ArrayList::new)
                .orElseGet(ArrayList::new);
        listeners.add(noteEachFlow());
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    /** Each flow noted by any test of this build, as process and flow id with a blank between. */
    static Set<String> noted(Path folder) throws IOException {
        var flows = new HashSet<String>();
        for (var file : notes(folder)) {
            flows.addAll(Files.readAllLines(file));
        }
        return flows;
    }

    private static List<Path> notes(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt")).toList();
        }
    }

    private BpmnParseListener noteEachFlow() {
        return new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
                var name = ((ProcessDefinition) scope.getProcessDefinition()).getKey() + " " + flow.attribute("id");
                transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> note(name));
            }
        };
    }

    private void note(String flow) {
        if (NOTED.add(file + " " + flow)) {
            append(flow + System.lineSeparator());
        }
    }

    private synchronized void append(String line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
