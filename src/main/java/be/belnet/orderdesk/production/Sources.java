package be.belnet.orderdesk.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.Resource;

/** Where values of settings come from. */
class Sources {
    private Sources() {}

    static String inWords(Surroundings where, String name) {
        return find(where, name).map(Sources::inWords).orElse("not set");
    }

    /** Whether nobody else can read it there. */
    static Seen ofSecret(Surroundings where, String name) {
        return find(where, name).map(Sources::judge).orElseGet(() -> Seen.unfit("not set"));
    }

    private static Optional<ConfigurationProperty> find(Surroundings where, String name) {
        var wanted = ConfigurationPropertyName.of(name);
        for (var source : ConfigurationPropertySources.get(where.settings())) {
            ConfigurationProperty found = source.getConfigurationProperty(wanted);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static Seen judge(ConfigurationProperty property) {
        if (isOnTheCommandLine(property)) {
            return Seen.unfit(inWords(property) + ", which everybody on the machine can see");
        }
        if (refersToAnother(property)) {
            return Seen.fit(inWords(property));
        }
        Optional<Resource> resource = resource(property);
        if (resource.isEmpty()) {
            return Seen.fit(inWords(property));
        }
        return resource.flatMap(Sources::file)
                .map(file -> judge(property, file))
                .orElseGet(() -> Seen.unfit(inWords(property) + ", which everybody has who has the jar"));
    }

    private static Seen judge(ConfigurationProperty property, Path file) {
        return isReadByOthers(file)
                ? Seen.unfit(inWords(property) + ", which others on the machine can read")
                : Seen.fit(inWords(property));
    }

    /** Others read a file only if they get through all its folders. */
    static boolean isReadByOthers(Path file) {
        try {
            Path real = file.toRealPath();
            if (!allows(real, PosixFilePermission.OTHERS_READ)) {
                return false;
            }
            for (Path folder = real.getParent(); folder != null; folder = folder.getParent()) {
                if (!allows(folder, PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException | UnsupportedOperationException unknown) {
            return true;
        }
    }

    private static boolean allows(Path path, PosixFilePermission permission) throws IOException {
        return Files.getPosixFilePermissions(path).contains(permission);
    }

    /** Such as {@code ${PASSWORD}}: where that one comes from cannot be told, but it is not in the file. */
    private static boolean refersToAnother(ConfigurationProperty property) {
        return String.valueOf(property.getValue()).matches("\\$\\{[^:}]+}");
    }

    private static boolean isOnTheCommandLine(ConfigurationProperty property) {
        PropertySource<?> source = underlying(property);
        return source instanceof CommandLinePropertySource
                || source != null
                        && source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    }

    private static Optional<Resource> resource(ConfigurationProperty property) {
        return text(property).map(TextResourceOrigin::getResource);
    }

    private static Optional<TextResourceOrigin> text(ConfigurationProperty property) {
        return Stream.iterate(property.getOrigin(), Objects::nonNull, Sources::within)
                .filter(TextResourceOrigin.class::isInstance)
                .map(TextResourceOrigin.class::cast)
                .findFirst();
    }

    private static Origin within(Origin origin) {
        return origin instanceof PropertySourceOrigin source ? source.getOrigin() : null;
    }

    /** Empty for what lies in the jar. */
    private static Optional<Path> file(Resource resource) {
        try {
            return resource.getDescription().startsWith("class path resource")
                    ? Optional.empty()
                    : Optional.of(resource.getFile().toPath());
        } catch (IOException inTheJar) {
            return Optional.empty();
        }
    }

    private static String inWords(ConfigurationProperty property) {
        if (underlying(property) instanceof SystemEnvironmentPropertySource) {
            return "environment, " + variable(property);
        }
        if (isOnTheCommandLine(property)) {
            return "command line";
        }
        return resource(property).map(resource -> inWords(property, resource)).orElse("set elsewhere");
    }

    private static String variable(ConfigurationProperty property) {
        return property.getName().toString().replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String inWords(ConfigurationProperty property, Resource resource) {
        String line = underlying(property) instanceof ConfigTreePropertySource
                ? ""
                : text(property)
                        .map(TextResourceOrigin::getLocation)
                        .map(location -> ", line " + (location.getLine() + 1))
                        .orElse("");
        return file(resource)
                .map(file -> "file " + file + line)
                .orElseGet(() -> "as shipped in " + resource.getFilename() + line);
    }

    private static PropertySource<?> underlying(ConfigurationProperty property) {
        return property.getSource() != null
                        && property.getSource().getUnderlyingSource() instanceof PropertySource<?> source
                ? source
                : null;
    }
}
