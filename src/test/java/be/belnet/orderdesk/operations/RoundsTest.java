package be.belnet.orderdesk.operations;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.OrderdeskTest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.util.ReflectionUtils;

/** Rounds do not wait for each other: partners that are away hold up their own, and no look at clock or failed steps. */
@OrderdeskTest
class RoundsTest {
    @Autowired
    ConfigurableApplicationContext context;

    @Test
    void eachRoundHasAThread() {
        long rounds = Arrays.stream(context.getBeanDefinitionNames())
                .map(context::getBean)
                .flatMap(bean -> methods(AopUtils.getTargetClass(bean)))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, Scheduled.class))
                .distinct()
                .count();

        assertThat(rounds).isGreaterThan(20);
        assertThat(context.getEnvironment().getProperty("spring.task.scheduling.pool.size", Long.class))
                .isGreaterThanOrEqualTo(rounds);
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(ReflectionUtils.getAllDeclaredMethods(type));
    }
}
