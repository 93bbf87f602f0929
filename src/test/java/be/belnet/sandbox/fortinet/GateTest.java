package be.belnet.sandbox.fortinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.belnet.sandbox.SandboxRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The limits of the real service: 100 calls a minute, 1000 an hour, 10 errors an hour, one at a time. */
class GateTest {

    private final TestClock clock = new TestClock();
    private final Gate gate = new Gate(new FortinetSettings.Limits(100, 1000, 10, true), clock);

    @Test
    void hundredAndFirstCallOfAMinuteIsRefused() {
        calls(100);

        assertRefused(429, -10, this::call);
        clock.forward(Duration.ofMinutes(1));
        calls(1);
    }

    @Test
    void thousandAndFirstCallOfAnHourIsRefused() {
        for (var batch = 0; batch < 10; batch++) {
            calls(100);
            clock.forward(Duration.ofMinutes(2));
        }

        assertRefused(429, -11, this::call);
        clock.forward(Duration.ofMinutes(41));
        calls(1);
    }

    @Test
    void afterTenErrorsAnHourEveryCallIsRefused() {
        for (var error = 0; error < 10; error++) {
            assertRefused(
                    400,
                    -1,
                    () -> gate.pass(() -> {
                        throw Refusal.invalid("count");
                    }));
        }

        assertRefused(400, -30, this::call);
        clock.forward(Duration.ofHours(1));
        calls(1);
    }

    @Test
    void secondCallAtTheSameTimeIsRefused() {
        gate.pass(() -> {
            assertRefused(400, -12, this::call);
            return null;
        });
        calls(1);
    }

    @Test
    void limitsAreOffUnlessSet() {
        var lenient = new Gate(new FortinetSettings.Limits(0, 0, 0, false), clock);

        for (var call = 0; call < 2000; call++) {
            assertThat(lenient.pass(() -> lenient.pass(() -> "ok"))).isEqualTo("ok");
        }
    }

    @Test
    void realLimitsHoldOverHttp() {
        try (var sandbox = SandboxRunner.start(
                "--sandbox.fortinet.limits.calls-per-minute=100",
                "--sandbox.fortinet.limits.calls-per-hour=1000",
                "--sandbox.fortinet.limits.errors-per-hour=10",
                "--sandbox.fortinet.limits.single-flight=true")) {
            var flex = FortinetCaller.fortiFlex(sandbox);
            for (var call = 0; call < 100; call++) {
                assertThat(flex.call("programs/list", "{}").statusCode()).isEqualTo(200);
            }
            var answer = flex.call("programs/list", "{}");
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.body()).contains("\"status\":-10");
        }
    }

    private void calls(int times) {
        for (var call = 0; call < times; call++) {
            assertThat(call()).isEqualTo("ok");
        }
    }

    private String call() {
        return gate.pass(() -> "ok");
    }

    private static void assertRefused(int httpStatus, int status, Supplier<?> call) {
        var refusal = catchThrowableOfType(Refusal.class, call::get);
        assertThat(refusal).isNotNull();
        assertThat(refusal.httpStatus()).isEqualTo(httpStatus);
        assertThat(refusal.status()).isEqualTo(status);
    }

    private static class TestClock extends Clock {

        private Instant now = Instant.parse("2026-01-31T12:00:00Z");

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
