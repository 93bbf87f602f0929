package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.browser.Axe.Barrier;
import be.belnet.orderdesk.failure.process.Gathering;
import be.belnet.orderdesk.intake.Letter;
import be.belnet.orderdesk.intake.Post;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every form as Tasklist shows it to who works on it; the frame around it is Tasklist's own and not looked at. */
@BrowserTest
class FormsWithoutBarriersBrowserTest {
    private static final String READER = "admin";
    private static final String PREFIX = "camunda-forms:/forms/";

    /** What of Tasklist's page is ours. */
    private static final String[] OURS = {
        ".fjs-form",
        ".orderdesk-task-wait",
        ".orderdesk-task-order",
        ".orderdesk-search",
        ".orderdesk-notices",
        ".orderdesk-draft",
        ".orderdesk-scan",
        ".orderdesk-mail"
    };

    /** What the way to a task would have found out, and its form tells. */
    private static final Map<String, Object> KNOWN = Map.of(
            "accountManager", READER, "place", 0, "eligibilityReason", "acronymUnknown", "changeReason", "cheaper");

    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    PageSamples samples;

    @Autowired
    Desk desk;

    @Autowired
    Post post;

    @Autowired
    Gathering gathering;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    private final Axe axe = new Axe();
    private final List<String> placed = new ArrayList<>();
    private final List<String> grave = new ArrayList<>();

    FormsWithoutBarriersBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void thereAreFiles() {
        samples.at(port);
    }

    @AfterEach
    void othersGoOn() {
        placed.forEach(instance -> processes.deleteProcessInstance(instance, "Seen", true));
        samples.goOn();
    }

    @Test
    void noFormHasAGraveBarrier() {
        try (var reader = new Person(browser, "http://localhost:" + port, "nl-BE", READER).atTasklist()) {
            reader.page().setDefaultTimeout(10_000);
            forms().forEach((form, task) -> {
                if (!task.equals("none")) {
                    look(form, reader, () -> reader.open(task));
                    axe.hardToReadInTheDark(reader.page(), OURS)
                            .forEach(words -> grave.add(form + " in the dark, " + words));
                }
            });
            reader.atTasklist();
            startForms().forEach(process -> {
                look(process, reader, () -> {
                    reader.startForm(process);
                    assertThat(reader.page()
                                    .locator(".modal-dialog .fjs-form label")
                                    .first())
                            .isVisible();
                });
                axe.hardToReadInTheDark(reader.page(), OURS)
                        .forEach(words -> grave.add(process + " in the dark, " + words));
                reader.page().keyboard().press("Escape");
                assertThat(reader.page().locator(".modal-dialog")).hasCount(0);
            });
        }
        assertThat(grave).isEmpty();
    }

    private void look(String form, Person reader, Runnable open) {
        try {
            open.run();
            if (Boolean.getBoolean("orderdesk.screens")) {
                reader.picture("forms/" + form);
            }
            axe.look(reader.page(), OURS).stream()
                    .filter(Barrier::isGrave)
                    .forEach(barrier -> grave.add(form + ": " + barrier));
        } catch (PlaywrightException | AssertionError unseen) {
            grave.add(form + " cannot be seen: " + unseen.getMessage());
        }
    }

    /** A task of each form, by the form's name. */
    private Map<String, String> forms() {
        Map<String, String> found = new LinkedHashMap<>();
        for (ProcessDefinition process : definitions()) {
            for (UserTask task :
                    repository.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class)) {
                String form =
                        task.getCamundaFormKey().substring(PREFIX.length()).replaceFirst("/.*", "");
                if (!found.containsKey(form)) {
                    found.put(form, placed(form, process, task));
                }
            }
        }
        return found;
    }

    private String placed(String form, ProcessDefinition process, UserTask activity) {
        try {
            return task(process, activity);
        } catch (ProcessEngineException unplaced) {
            grave.add(form + " cannot be opened: " + unplaced.getMessage());
            return "none";
        }
    }

    private List<String> startForms() {
        return definitions().stream()
                .filter(process ->
                        repository
                                .getBpmnModelInstance(process.getId())
                                .getModelElementsByType(StartEvent.class)
                                .stream()
                                .anyMatch(start -> start.getCamundaFormKey() != null))
                .map(ProcessDefinition::getName)
                .toList();
    }

    private List<ProcessDefinition> definitions() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list();
    }

    private String task(ProcessDefinition process, UserTask activity) {
        Task task =
                switch (process.getKey()) {
                    case "failed-step" ->
                        desk.task(gathering.failureOf(samples.failed()).orElseThrow(), activity.getId());
                    case "reconciliation" -> desk.task(samples.night(), activity.getId());
                    default -> placed(process, activity);
                };
        tasks.setAssignee(task.getId(), READER);
        return task.getId();
    }

    /** As if the file had come there. */
    private Task placed(ProcessDefinition process, UserTask activity) {
        String instance = processes
                .createProcessInstanceById(process.getId())
                .businessKey(file(process.getKey(), activity.getId()))
                .startBeforeActivity(activity.getId())
                .setVariables(KNOWN)
                .execute(true, true)
                .getId();
        placed.add(instance);
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(activity.getId())
                .singleResult();
    }

    private String file(String process, String activity) {
        return switch (process) {
            case "mail-triage" -> mail();
            case "contact-change" -> samples.contactChange();
            case "dcs-order" -> samples.certificates();
            case "dcs-migration-campaign" -> samples.campaign();
            case "licence-extension" -> samples.licenceExtension();
            case "service-termination", "bams-termination", "dcs-termination" -> samples.termination();
            case "bams-change" -> samples.change();
            case "dcs-change" -> samples.certificateChange();
            case "service-change" -> activity.contains("Certificate") ? samples.certificateChange() : samples.change();
            case "support-request" -> samples.question();
            case "data-request" -> samples.dataRequest();
            default -> process.startsWith("dcs") ? samples.migration() : samples.orderFarAhead();
        };
    }

    private String mail() {
        return post.triage(Letter.of("somebody@customer.example", "BAMS", "Hello, what does BAMS cost?"));
    }
}
