package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.models.ProcessModel;
import be.belnet.orderdesk.models.StepsAtOnce;
import be.belnet.orderdesk.workflow.MailPreviews;
import be.belnet.orderdesk.workflow.TaskForm;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Whoever completes a task sees the mail to which it leads before it goes, and can add to it. Which forms that concerns is read
 * from the models and the code: all after which a mail is written before the process waits again.
 */
@OrderdeskTest
class MailsBeforeTheyGoTest {
    private static final String PARTNERS_PART =
            "it goes once a partner has done its part, which it may refuse again, and says what is known by then";

    private static final String NOT_THEIRS =
            "the mail that an order is given up consists of the reason that service operations"
                    + " writes, and greets somebody whose name is not for them; " + PARTNERS_PART;

    /** Forms whose mail is not shown, and why. */
    private static final Map<String, String> NOT_SHOWN = Map.ofEntries(
            Map.entry("decide-on-licence", NOT_THEIRS),
            Map.entry("decide-on-appliance", NOT_THEIRS),
            Map.entry("decide-on-configuration", NOT_THEIRS),
            Map.entry("decide-on-organisation", NOT_THEIRS),
            Map.entry("decide-on-failed-step", NOT_THEIRS),
            Map.entry("choose-former-organisation", NOT_THEIRS),
            Map.entry("decide-on-change", PARTNERS_PART),
            Map.entry("decide-on-ending", PARTNERS_PART),
            Map.entry("settle-mail", PARTNERS_PART),
            Map.entry("decide-on-domain", "it tells of all domains of a customer, once the last of them is settled"),
            Map.entry("decide-on-wildcard", "it tells of all domains of a customer, once the last of them is settled"),
            Map.entry("steer-campaign", "it tells whoever began the campaign, a manager as well, how it ended"),
            Map.entry("sort-mail", "it tells that a mail has arrived, as for those that the tables of words sort"));

    /** Forms whose mail has no room for words besides, and what a person can write in it. */
    private static final Map<String, String> OWN_TEXT = Map.ofEntries(
            Map.entry("review-request", "the reason or question is the mail"),
            Map.entry(
                    "decide-on-changes",
                    "the reason is in the mail that asks again, and in the one that tells of the end"),
            Map.entry("tell-new-date", "the reason is in the mail"),
            Map.entry(
                    "answer-question",
                    "the answer or the note is the mail; a ticket at the partner goes by a fixed text"),
            Map.entry("discuss-question", "the answer is the mail"),
            Map.entry("confirm-contact", "it tells whose data changed; nobody adds to that"));

    @Autowired
    List<MailPreviews> mails;

    @Autowired
    ApplicationContext application;

    @Test
    void mailIsShownBeforeItGoes() throws IOException {
        Map<String, Set<String>> writing = writing();
        Set<String> shown = shown();

        assertThat(writing).isNotEmpty();
        assertThat(writing.keySet())
                .as("forms after which a mail is written: shown, or with a reason")
                .allSatisfy(form -> assertThat(shown.contains(form) || NOT_SHOWN.containsKey(form))
                        .as("%s leads to a mail by %s", form, writing.get(form))
                        .isTrue());
        assertThat(NOT_SHOWN.keySet()).isSubsetOf(writing.keySet()).doesNotContainAnyElementsOf(shown);
        assertThat(shown).as("forms with a place for mails").isSubsetOf(writing.keySet());
    }

    @Test
    void mailThatIsShownTakesWords() throws IOException {
        Set<String> withoutField = new TreeSet<>();
        for (String form : shown()) {
            if (!file(form).contains("\"key\": \"mailWords\"")) {
                withoutField.add(form);
            }
        }
        assertThat(withoutField).isEqualTo(new TreeSet<>(OWN_TEXT.keySet()));
    }

    private Set<String> shown() {
        return mails.stream().flatMap(one -> one.forms().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String file(String form) throws IOException {
        var found = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:processes/**/forms/" + form + ".form");
        return found[0].getContentAsString(StandardCharsets.UTF_8);
    }

    /** Beans that write a mail after a form, the form's own included. */
    private Map<String, Set<String>> writing() throws IOException {
        List<ProcessModel> models = ProcessModel.all();
        var steps = new StepsAtOnce(models);
        var reach = new Reach();
        Map<String, TaskForm> forms = application.getBeansOfType(TaskForm.class).values().stream()
                .collect(Collectors.toMap(TaskForm::name, form -> form));
        Map<String, Set<String>> writing = new TreeMap<>();
        for (UserTask task : models.stream()
                .flatMap(model -> model.all(UserTask.class).stream())
                .toList()) {
            String form = task.getCamundaFormKey().split("/")[2];
            Stream.concat(
                            steps.after(task).stream().filter(bean -> reach.mail(application.getBean(bean), "execute")),
                            Stream.of(forms.get(form))
                                    .filter(own -> reach.mail(own, "submit"))
                                    .map(own -> own.getClass().getSimpleName()))
                    .forEach(bean -> writing.computeIfAbsent(form, none -> new TreeSet<>())
                            .add(bean));
        }
        return writing;
    }

    /** Which code comes to write a mail, by whatever calls. */
    private static final class Reach {
        private final JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("be.belnet.orderdesk");

        private final Map<String, Boolean> known = new TreeMap<>();

        boolean mail(Object bean, String method) {
            Class<?> type = AopUtils.getTargetClass(bean);
            return known.computeIfAbsent(type.getName() + "." + method, key -> look(classes.get(type), method));
        }

        private boolean look(JavaClass type, String method) {
            Deque<JavaCodeUnit> open = new ArrayDeque<>();
            Set<JavaCodeUnit> seen = new HashSet<>();
            type.getAllMethods().stream()
                    .filter(one -> one.getName().equals(method))
                    .forEach(open::add);
            while (!open.isEmpty()) {
                JavaCodeUnit unit = open.remove();
                if (isMail(unit)) {
                    return true;
                }
                if (seen.add(unit)) {
                    accesses(unit).flatMap(access -> meant(access, type)).forEach(open::add);
                }
            }
            return false;
        }

        private static boolean isMail(JavaCodeUnit unit) {
            return unit.getOwner().isEquivalentTo(Correspondence.class)
                    && Set.of("send", "answer").contains(unit.getName());
        }

        private static Stream<JavaCodeUnitAccess<?>> accesses(JavaCodeUnit unit) {
            return unit.getAccessesFromSelf().stream()
                    .filter(JavaCodeUnitAccess.class::isInstance)
                    .map(access -> (JavaCodeUnitAccess<?>) access);
        }

        /** What is called, and what implements it; where that may be the one that began, nobody else does. */
        private static Stream<JavaCodeUnit> meant(JavaCodeUnitAccess<?> access, JavaClass type) {
            CodeUnitAccessTarget target = access.getTarget();
            JavaClass owner = target.getOwner();
            Stream<JavaClass> owners =
                    type.isAssignableTo(owner.getName()) ? Stream.of(type) : owner.getAllSubclasses().stream();
            String[] parameters = target.getRawParameterTypes().stream()
                    .map(JavaClass::getName)
                    .toArray(String[]::new);
            return Stream.concat(
                    target.resolveMember().stream().map(JavaCodeUnit.class::cast),
                    owners.flatMap(one -> one.tryGetMethod(target.getName(), parameters).stream()));
        }
    }
}
