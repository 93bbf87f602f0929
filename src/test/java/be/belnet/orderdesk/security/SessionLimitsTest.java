package be.belnet.orderdesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.OrderdeskTest;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** However busy somebody is, a session ends at last. */
@OrderdeskTest
class SessionLimitsTest {
    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"PT12H, false", "PT-1S, true"})
    void sessionEndsWhenItHasLastedLongEnough(Duration longest, boolean over) throws ServletException, IOException {
        assertThat(isOver(longest, true)).isEqualTo(over);
    }

    @Test
    void sessionOfNobodyHasNoSuchEnd() throws ServletException, IOException {
        assertThat(isOver(Duration.ofSeconds(-1), false)).isFalse();
    }

    private boolean isOver(Duration longest, boolean signedOn) throws ServletException, IOException {
        var limits = new SessionLimits(jdbc, new SessionProperties(longest, 5));
        var session = new MockHttpSession();
        if (signedOn) {
            limits.begin(session, "nobody");
        }
        var request = new MockHttpServletRequest();
        request.setSession(session);
        limits.filter().doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return session.isInvalid();
    }
}
