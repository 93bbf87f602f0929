package be.belnet.orderdesk.dcs;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Has whoever asks for a certificate authority without naming one get that of {@code orderdesk.dcs.authority}. All others
 * are there too, under their names: {@code sectigoCertificateAuthority}, {@code sectigoDomainValidations} and so on.
 */
@Component
class AuthorityInForce implements BeanFactoryPostProcessor, EnvironmentAware {
    static final String SETTING = "orderdesk.dcs.authority";

    private static final List<Class<?>> PORTS = List.of(CertificateAuthority.class, DomainValidations.class);

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    /** @throws IllegalStateException when no adapter has the name that is set */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var authority = environment.getProperty(SETTING, "");
        PORTS.forEach(port -> choose(authority, port, beans));
    }

    private static void choose(String authority, Class<?> port, ConfigurableListableBeanFactory beans) {
        var names = List.of(beans.getBeanNamesForType(port, false, false));
        var chosen = authority + port.getSimpleName();
        if (!names.contains(chosen)) {
            throw new IllegalStateException(
                    "%s: '%s' is none of %s".formatted(SETTING, authority, authorities(names.stream(), port)));
        }
        beans.getBeanDefinition(chosen).setPrimary(true);
    }

    private static String authorities(Stream<String> names, Class<?> port) {
        return names.filter(name -> name.endsWith(port.getSimpleName()))
                .map(name ->
                        name.substring(0, name.length() - port.getSimpleName().length()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
