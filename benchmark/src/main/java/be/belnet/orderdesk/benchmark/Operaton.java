package be.belnet.orderdesk.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineConfiguration;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;

/** Operaton's engine as it is delivered, with its tables and its job executor. */
public final class Operaton implements Contender {
    private final RuntimeService processes;
    private final TaskService tasks;
    private final ProcessEngine engine;

    private Operaton() throws IOException {
        engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setDataSource(Pool.open())
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setJobExecutorActivate(true)
                .buildProcessEngine();
        processes = engine.getRuntimeService();
        tasks = engine.getTaskService();
        deploy();
    }

    public static void main(String[] arguments) {
        Runner.run(Operaton::new);
    }

    /** The delegate of every step. */
    public static final class Nothing implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {}
    }

    private void deploy() throws IOException {
        var deployment = engine.getRepositoryService().createDeployment();
        try (Stream<Path> models = Files.list(Settings.path("models"))) {
            for (Path model : models.toList()) {
                deployment.addString(model.getFileName().toString(), Files.readString(model));
            }
        }
        deployment.deploy();
    }

    @Override
    public String version() {
        return ProcessEngine.class.getPackage().getImplementationVersion();
    }

    @Override
    public String start(int index) {
        return processes
                .startProcessInstanceByKey(EmptyWay.PROCESS, EmptyWay.number(index), EmptyWay.REQUEST)
                .getBusinessKey();
    }

    @Override
    public void complete(Waiting waiting) {
        if (waiting.isMessage()) {
            processes
                    .createMessageCorrelation("ApplianceReady")
                    .processInstanceBusinessKey(waiting.order())
                    .correlate();
            return;
        }
        if (waiting.assignee() == null) {
            tasks.claim(waiting.id(), EmptyWay.person(waiting));
        }
        tasks.complete(waiting.id(), EmptyWay.answers(waiting));
    }

    @Override
    public void close() {
        engine.close();
    }
}
