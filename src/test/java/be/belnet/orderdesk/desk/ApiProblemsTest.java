package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpRequestMethodNotSupportedException;

class ApiProblemsTest {
    private final ApiProblems problems = new ApiProblems(null, messages());

    @ParameterizedTest
    @MethodSource
    void faultOfOursSaysHowToGoOnAndNothingElse(Exception fault, int status) {
        ProblemDetail problem = problems.failed(fault, Locale.ENGLISH);
        assertThat(problem.getStatus()).isEqualTo(status);
        assertThat(problem.getDetail()).contains("It may not have been saved").doesNotContain("disk", "secret");
    }

    static Stream<Arguments> faultOfOursSaysHowToGoOnAndNothingElse() {
        return Stream.of(
                Arguments.of(new DataAccessResourceFailureException("disk full"), 503),
                Arguments.of(new CannotCreateTransactionException("no connection"), 503),
                Arguments.of(new IllegalStateException("secret"), 500));
    }

    @Test
    void faultOfTheCallerStaysOne() {
        ProblemDetail problem = problems.failed(new HttpRequestMethodNotSupportedException("PATCH"), Locale.ENGLISH);
        assertThat(problem.getStatus()).isEqualTo(405);
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/desk");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
