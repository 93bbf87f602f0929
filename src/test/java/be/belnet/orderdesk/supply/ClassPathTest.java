package be.belnet.orderdesk.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The real class path; whether its versions are new enough is part of the checklist of production. */
class ClassPathTest {
    @Test
    void listOfComponentsNamesTheJarsThatRun() {
        Set<String> jars = jars();
        assertThat(Sbom.read().components()).isNotEmpty().allSatisfy(component -> {
            String jar = component.name().replaceFirst(".*:", "") + "-" + component.version();
            assertThat(jars).anyMatch(name -> name.equals(jar + ".jar") || name.startsWith(jar + "-"));
        });
    }

    @Test
    void nothingRunsScriptsOrOpensTheEngine() {
        assertThat(jars())
                .anyMatch(name -> name.startsWith("camunda-engine-"))
                .noneMatch(name -> name.contains("starter-rest") || name.contains("groovy") || name.contains("graal"))
                .noneMatch(name -> name.contains("nashorn") || name.contains("rhino") || name.contains("jython"))
                .noneMatch(name -> name.contains("devtools"));
    }

    private static Set<String> jars() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .flatMap(ClassPathTest::ofManifest)
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> name.endsWith(".jar"))
                .collect(Collectors.toSet());
    }

    /** Surefire may hand the class path over in the manifest of one jar. */
    private static Stream<String> ofManifest(String entry) {
        if (!entry.contains("surefirebooter")) {
            return Stream.of(entry);
        }
        try (JarFile booter = new JarFile(entry)) {
            return Stream.of(booter.getManifest()
                            .getMainAttributes()
                            .getValue("Class-Path")
                            .split(" "))
                    .map(url -> Files.exists(Path.of(url.replaceFirst("^file:", "")))
                            ? url.replaceFirst("^file:", "")
                            : Path.of(entry).resolveSibling(url).normalize().toString());
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }
}
