package be.belnet.orderdesk.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The picture of one model. It carries the fingerprint of the model it was drawn from, so a stale one shows. */
public record Picture(Path model) {

    static final Path FOLDER = Path.of("docs/models");
    private static final int MARGIN = 20;
    private static final Pattern SIZE = Pattern.compile(
            "width=\"([\\d.]+)\" height=\"([\\d.]+)\" " + "viewBox=\"([-\\d.]+) ([-\\d.]+) ([\\d.]+) ([\\d.]+)\"");
    /** The viewer gives each drawing's arrow heads new random names; stable ones keep the history readable. */
    private static final Pattern DRAWN_NAME = Pattern.compile("(white-black)-[0-9a-z]{20,}");

    public static Picture of(Path model) {
        return new Picture(model);
    }

    public Path file() {
        return FOLDER.resolve(process() + ".svg");
    }

    Path photograph() {
        return Path.of("target/pictures", process() + ".png");
    }

    /** Whether the picture exists and was drawn from what the model says now. */
    public boolean isUpToDate() throws IOException {
        return Files.exists(file()) && Files.readString(file()).contains(stamp());
    }

    void write(String drawn) throws IOException {
        var size = SIZE.matcher(drawn);
        if (!size.find()) {
            throw new IllegalStateException("No size in the drawing of " + model);
        }
        var x = Double.parseDouble(size.group(3)) - MARGIN;
        var y = Double.parseDouble(size.group(4)) - MARGIN;
        var width = Double.parseDouble(size.group(5)) + 2 * MARGIN;
        var height = Double.parseDouble(size.group(6)) + 2 * MARGIN;
        var sized = "width=\"%1$.0f\" height=\"%2$.0f\" viewBox=\"%3$.0f %4$.0f %1$.0f %2$.0f\""
                .formatted(width, height, x, y);
        var paper = "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" fill=\"white\"/>"
                .formatted(x, y, width, height);
        var svg = new StringBuilder(drawn).replace(size.start(), size.end(), sized);
        svg.insert(svg.indexOf(">", svg.indexOf("<svg")) + 1, "<!-- %s -->%s".formatted(stamp(), paper));
        Files.writeString(file(), DRAWN_NAME.matcher(svg).replaceAll("$1"));
    }

    private String process() {
        return model.getFileName().toString().replace(".bpmn", "");
    }

    private String stamp() throws IOException {
        return "drawn from %s %s".formatted(model.getFileName(), fingerprint());
    }

    private String fingerprint() throws IOException {
        try {
            var content = Files.readString(model).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
