package be.belnet.orderdesk.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;

/** What the models refer to: main code, forms and decisions, looked up in the files themselves. */
public record SourceTree(List<Path> files, String code) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EFFECT = Pattern.compile("effects\\.once|extends PartnerStep");
    private static final Pattern EFFECT_NAME =
            Pattern.compile("super\\(\\s*effects,\\s*orders,\\s*[^,]+,\\s*([\\w.\"]+)|Effect\\.step\\(\\s*([\\w.\"]+)");
    private static final Pattern VARIABLE = Pattern.compile("new ProcessVariable<>\\(\\s*\"(\\w+)\"");

    public static SourceTree read() throws IOException {
        try (var code = Files.walk(Path.of("src/main/java/be/belnet/orderdesk"));
                var processes = Files.walk(Path.of("processes"))) {
            var classes = code.filter(file -> file.toString().endsWith(".java")).toList();
            var files = new ArrayList<>(classes);
            processes.filter(Files::isRegularFile).forEach(files::add);
            return new SourceTree(files, textOf(classes));
        }
    }

    private static String textOf(List<Path> classes) throws IOException {
        var text = new StringBuilder();
        for (var file : classes) {
            text.append(Files.readString(file)).append('\n');
        }
        return text.toString();
    }

    /** Names of the delegates' classes, without package. */
    Set<String> delegates() {
        return names("Delegate.java").stream().map(name -> name + "Delegate").collect(Collectors.toSet());
    }

    /** Names of the effects that delegates have at partners, by the delegate's class. */
    Map<String, String> effects() {
        return files.stream()
                .filter(file -> file.toString().endsWith("Delegate.java"))
                .map(SourceTree::read)
                .filter(source -> EFFECT.matcher(source.text()).find())
                .collect(Collectors.toMap(Source::name, SourceTree::effect));
    }

    /** As written there, or as the constant says that is written there; a constant of another class stays as it is. */
    private static String effect(Source delegate) {
        var named = EFFECT_NAME.matcher(delegate.text());
        if (!named.find()) {
            return "without a name";
        }
        var name = named.group(1) == null ? named.group(2) : named.group(1);
        var constant = Pattern.compile("String " + Pattern.quote(name) + " = (\"\\w+\");")
                .matcher(delegate.text());
        return (constant.find() ? constant.group(1) : name).replace("\"", "");
    }

    private static Source read(Path file) {
        try {
            return new Source(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Source(String name, String text) {}

    Set<String> forms() {
        return names(".form");
    }

    Set<String> decisions() {
        return names(".dmn");
    }

    /** Names of all routing variables that main code declares as a constant. */
    Set<String> variables() {
        return VARIABLE.matcher(code).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Whether some form offers this answer in the field of this name, or some decision concludes it. */
    boolean offers(String field, String answer) {
        return formOffers(field, answer) || concludes(field, answer);
    }

    private boolean concludes(String output, String answer) {
        return files.stream()
                .filter(file -> file.toString().endsWith(".dmn"))
                .map(file -> Dmn.readModelFromFile(file.toFile()))
                .filter(model -> model.getModelElementsByType(Output.class).stream()
                        .anyMatch(column -> output.equals(column.getName())))
                .flatMap(model -> model.getModelElementsByType(OutputEntry.class).stream())
                .anyMatch(entry -> entry.getTextContent().strip().equals("\"" + answer + "\""));
    }

    private boolean formOffers(String field, String answer) {
        return files.stream()
                .filter(file -> file.toString().endsWith(".form"))
                .flatMap(file -> form(file).findParents("key").stream())
                .filter(component -> field.equals(component.path("key").asText()))
                .anyMatch(component ->
                        component.path("values").findValuesAsText("value").contains(answer));
    }

    private static JsonNode form(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean mentions(String word) {
        return code.contains("\"" + word + "\"");
    }

    private Set<String> names(String ending) {
        return files.stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(ending))
                .map(name -> name.substring(0, name.length() - ending.length()))
                .collect(Collectors.toSet());
    }
}
