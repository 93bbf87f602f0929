package be.belnet.orderdesk.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** The list of what the jar consists of, as the build has just written it. */
record Sbom(List<Component> components) {
    private static final Path FILE = Path.of("target/classes/META-INF/sbom/application.cdx.json");

    static Sbom read() {
        try {
            JsonNode bom = JsonMapper.builder().build().readTree(FILE.toFile());
            return new Sbom(StreamSupport.stream(bom.path("components").spliterator(), false)
                    .map(Sbom::component)
                    .toList());
        } catch (IOException notBuilt) {
            throw new UncheckedIOException("run through ./mvnw test, which writes " + FILE, notBuilt);
        }
    }

    private static Component component(JsonNode component) {
        return new Component(
                component.path("group").asText() + ":" + component.path("name").asText(),
                component.path("version").asText(),
                StreamSupport.stream(component.path("licenses").spliterator(), false)
                        .map(Sbom::licence)
                        .distinct()
                        .toList());
    }

    private static String licence(JsonNode choice) {
        JsonNode licence = choice.path("license");
        if (licence.isMissingNode()) {
            return choice.path("expression").asText();
        }
        return licence.path("id").asText(licence.path("name").asText());
    }
}
