package be.belnet.orderdesk.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;

/** Flowable's engine as it is delivered, with its tables and its job executor. */
public final class Flowable implements Contender {
    private final RuntimeService processes;
    private final TaskService tasks;
    private final ProcessEngine engine;

    private Flowable() throws IOException {
        engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setDataSource(Pool.open())
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setAsyncExecutorActivate(true)
                .buildProcessEngine();
        processes = engine.getRuntimeService();
        tasks = engine.getTaskService();
        deploy();
    }

    public static void main(String[] arguments) {
        Runner.run(Flowable::new);
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
        return ProcessEngine.VERSION;
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
            processes.trigger(waiting.id());
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
