package be.belnet.orderdesk.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.ClassUtils;

/** Settings that are logged or stand in a message keep their secrets to themselves. */
class SecretsTest {
    static Stream<Class<?>> holdersOfSettings() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents("be.belnet.orderdesk").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(Class::isRecord);
    }

    @ParameterizedTest
    @MethodSource("holdersOfSettings")
    void doNotTellSecrets(Class<?> type) {
        String prefix = type.getAnnotation(ConfigurationProperties.class).value();
        MockEnvironment environment = Settings.production();
        List<String> secrets = SettingDemands.secrets().stream()
                .filter(secret -> secret.startsWith(prefix + "."))
                .toList();
        secrets.forEach(secret -> environment.setProperty(secret, marker(secret)));

        Object bound = Binder.get(environment).bindOrCreate(prefix, type);

        assertThat(bound.toString()).doesNotContain("marker");
    }

    private static String marker(String secret) {
        return secret.endsWith("hash") ? "$2a$12$marker" + ".".repeat(47) : "marker of a secret, long enough to be fit";
    }
}
