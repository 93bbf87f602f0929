package be.belnet.orderdesk;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.boot.test.context.TestComponent;

/** Lets the morning of a file come: its timers that repeat go off, and what follows runs. */
@TestComponent
public class Mornings {
    private final ManagementService management;
    private final RuntimeService processes;
    private final Desk desk;

    Mornings(ManagementService management, RuntimeService processes, Desk desk) {
        this.management = management;
        this.processes = processes;
        this.desk = desk;
    }

    /** The value of a routing variable after it; null when the file is closed. */
    public String come(String file, String variable) {
        instances(file).stream()
                .flatMap(instance -> timers(instance).stream())
                .forEach(job -> management.executeJob(job.getId()));
        desk.runJobs(file);
        return processes.createVariableInstanceQuery().variableName(variable).list().stream()
                .filter(value -> instances(file).contains(value.getProcessInstanceId()))
                .map(VariableInstance::getValue)
                .map(String::valueOf)
                .findFirst()
                .orElse(null);
    }

    private List<Job> timers(String instance) {
        return management.createJobQuery().processInstanceId(instance).timers().list();
    }

    private List<String> instances(String file) {
        return processes.createProcessInstanceQuery().processInstanceBusinessKey(file).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }
}
