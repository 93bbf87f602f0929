package be.belnet.orderdesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FormProblemFilterTest {
    private final TaskService tasks = mock(TaskService.class, RETURNS_DEEP_STUBS);
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void failureOfOursIsToldInWordsAndNotInTheEnginesOwn() throws Exception {
        LocaleContextHolder.setLocale(Locale.FRENCH);
        given(tasks.createTaskQuery().taskId(any()).count()).willReturn(1L);

        filter().doFilter(submission(), response, (request, answer) -> {
            ((HttpServletResponse) answer).setStatus(500);
            answer.getWriter().write("Cannot submit task form: ENGINE-03083 of Contact Person");
        });

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString())
                .contains("Rien n’a été enregistré")
                .doesNotContain("ENGINE", "Contact Person");
    }

    @Test
    void formThatCollidesWithAnotherIsToBeSentAgain() throws Exception {
        LocaleContextHolder.setLocale(new Locale("nl"));
        given(tasks.createTaskQuery().taskId(any()).count()).willReturn(1L);

        filter().doFilter(submission(), response, (request, answer) -> {
            ((HttpServletResponse) answer).setStatus(500);
            answer.getWriter().write("{\"type\":\"CannotAcquireLockException\",\"message\":\"deadlock\",\"code\":0}");
        });

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString())
                .contains("verstuur het opnieuw")
                .doesNotContain("deadlock");
    }

    @Test
    void acceptedFormIsAnsweredAsItWas() throws Exception {
        filter().doFilter(submission(), response, (request, answer) -> ((HttpServletResponse) answer).setStatus(204));

        assertThat(response.getStatus()).isEqualTo(204);
        assertThat(response.getContentAsString()).isEmpty();
    }

    private static MockHttpServletRequest submission() {
        return new MockHttpServletRequest("POST", "/camunda/api/engine/engine/default/task/some-id/submit-form");
    }

    @SuppressWarnings("unchecked")
    private FormProblemFilter filter() {
        ObjectProvider<TaskService> provider = mock(ObjectProvider.class);
        given(provider.getObject()).willReturn(tasks);
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/forms");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new FormProblemFilter(new FormProblems(messages), new ObjectMapper(), provider);
    }
}
