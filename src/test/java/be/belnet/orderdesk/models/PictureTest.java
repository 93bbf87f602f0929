package be.belnet.orderdesk.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {

    private static final Path MODEL = Path.of("processes/bams/bams-order.bpmn");

    @TempDir
    Path elsewhere;

    @Test
    void pictureOfAChangedModelIsStale() throws IOException {
        var changed = elsewhere.resolve("bams-order.bpmn");
        Files.writeString(changed, Files.readString(MODEL).replace("Order licence", "Order licences"));

        assertThat(Picture.of(changed).isUpToDate()).isFalse();
    }

    @Test
    void modelWithoutAPictureIsSeen() throws IOException {
        var undrawn = Files.copy(MODEL, elsewhere.resolve("undrawn.bpmn"));

        assertThat(Picture.of(undrawn).isUpToDate()).isFalse();
    }

    @Test
    void lineEndsOfAnotherMachineDoNotMatter() throws IOException {
        var checkedOut = elsewhere.resolve("bams-order.bpmn");
        Files.writeString(checkedOut, Files.readString(MODEL).replace("\n", "\r\n"));

        assertThat(Picture.of(checkedOut).isUpToDate()).isTrue();
    }
}
