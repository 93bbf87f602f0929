package be.belnet.orderdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of screens and its pictures belong together. */
class ScreensTest {
    private static final long LARGEST = 90 * 1024;
    private static final long ALTOGETHER = 4 * 1024 * 1024;

    @Test
    void eachScreenOfTheTableHasItsPictureAndEachPictureItsRow() throws IOException {
        List<String> kept = pictures().stream()
                .map(picture -> picture.getFileName().toString().replace(".png", ""))
                .sorted()
                .toList();

        assertThat(Screens.shown()).isNotEmpty().containsExactlyElementsOf(kept);
    }

    @Test
    void picturesAreSmall() throws IOException {
        long sum = 0;
        for (Path picture : pictures()) {
            assertThat(Files.size(picture)).as("%s", picture).isLessThan(LARGEST);
            sum += Files.size(picture);
        }
        assertThat(sum).isLessThan(ALTOGETHER);
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/{number}/mails/{id}, orders-number-mails-id",
        "'/customers/merges/{id:\\d{1,18}}', customers-merges-id",
        "/privacy/{service:bams|dcs}, privacy-service",
        "/login, login"
    })
    void pictureIsNamedAsThePage(String mapping, String name) {
        assertThat(Screens.name(mapping)).isEqualTo(name);
    }

    private static List<Path> pictures() throws IOException {
        try (Stream<Path> all = Files.list(Screens.PICTURES)) {
            return all.toList();
        }
    }
}
