package be.belnet.sandbox.digicert;

import be.belnet.sandbox.world.WorldPart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Before each call to CertCentral: the right key, and not too often. A refused call does not count. */
@Component
class Doorkeeper implements HandlerInterceptor, WebMvcConfigurer, WorldPart {
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofMinutes(3);

    private final DigiCertSettings settings;
    private final Clock clock;
    private final Deque<Instant> calls = new ArrayDeque<>();

    Doorkeeper(DigiCertSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/digicert/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!settings.apiKey().equals(request.getHeader("X-DC-DEVKEY"))) {
            throw DigiCertError.invalidKey();
        }
        count();
        return true;
    }

    synchronized void count() {
        var now = clock.instant();
        calls.removeIf(call -> !call.isAfter(now.minus(LONG)));
        var limits = settings.limits();
        if (reached(limits.callsPerThreeMinutes(), LONG, now) || reached(limits.callsPerFiveSeconds(), SHORT, now)) {
            throw DigiCertError.tooMany();
        }
        calls.add(now);
    }

    @Override
    public synchronized void startAgain() {
        calls.clear();
    }

    private boolean reached(int limit, Duration window, Instant now) {
        return limit > 0
                && calls.stream()
                                .filter(call -> call.isAfter(now.minus(window)))
                                .count()
                        >= limit;
    }
}
