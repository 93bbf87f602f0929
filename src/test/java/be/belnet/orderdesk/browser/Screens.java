package be.belnet.orderdesk.browser;

import com.microsoft.playwright.Page;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Pictures of docs/screens.md: small enough for a repository. */
final class Screens {
    static final Path PICTURES = Path.of("docs", "screens");

    /** The table with a row for each screen. */
    static final Path TABLE = Path.of("docs", "screens.md");

    private static final int WIDEST = 1000;
    private static final int COLOURS = 64;
    private static final Pattern PICTURE = Pattern.compile("\\(screens/([a-z0-9-]+)\\.png\\)");
    private static final Pattern ADDRESS = Pattern.compile("(?m)\\| `([^`]+)` \\|$");

    private Screens() {}

    /** As the table writes the pattern of an address: without what its parts may be. */
    static String address(String mapping) {
        return mapping.replaceAll("\\{(\\w+):.*}$", "{$1}");
    }

    /** Name of the picture of a page, by the pattern of its address. */
    static String name(String mapping) {
        return address(mapping).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
    }

    /** Keeps what is to be seen now. */
    static void keep(Page page, String name) {
        try {
            keep(ImageIO.read(new ByteArrayInputStream(page.screenshot())), name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void keep(BufferedImage picture, String name) {
        try {
            Files.createDirectories(PICTURES);
            ImageIO.write(
                    fewColours(narrow(picture)),
                    "png",
                    PICTURES.resolve(name + ".png").toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Names of the pictures that the table shows. */
    static Set<String> shown() throws IOException {
        return found(PICTURE);
    }

    /** Patterns of addresses that the table names. */
    static Set<String> addresses() throws IOException {
        return found(ADDRESS);
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        pattern.matcher(Files.readString(TABLE)).results().forEach(one -> found.add(one.group(1)));
        return found;
    }

    private static BufferedImage narrow(BufferedImage picture) {
        int width = Math.min(WIDEST, picture.getWidth());
        int height = picture.getHeight() * width / picture.getWidth();
        var narrow = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = narrow.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        paper.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        paper.drawImage(picture, 0, 0, width, height, null);
        paper.dispose();
        return narrow;
    }

    /** With the colours that most of the picture has; each other one becomes the nearest of these. */
    private static BufferedImage fewColours(BufferedImage picture) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        int[] palette = palette(pixels);
        Map<Integer, Integer> nearest = new HashMap<>();
        var few = new BufferedImage(
                picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(palette));
        for (int at = 0; at < pixels.length; at++) {
            int place = nearest.computeIfAbsent(pixels[at], colour -> nearest(palette, colour));
            few.getRaster().setSample(at % picture.getWidth(), at / picture.getWidth(), 0, place);
        }
        return few;
    }

    private static int[] palette(int[] pixels) {
        Map<Integer, Integer> exact = new HashMap<>();
        for (int pixel : pixels) {
            exact.merge(pixel, 1, Integer::sum);
        }
        Map<Integer, Integer> counts = new HashMap<>();
        Map<Integer, Integer> usual = new HashMap<>();
        exact.forEach((colour, count) -> {
            int coarse = colour & 0xF0F0F0;
            counts.merge(coarse, count, Integer::sum);
            usual.merge(coarse, colour, (one, other) -> exact.get(one) >= exact.get(other) ? one : other);
        });
        List<Integer> most = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .map(entry -> usual.get(entry.getKey()))
                .toList();
        return most.stream().mapToInt(Integer::intValue).toArray();
    }

    private static IndexColorModel model(int[] palette) {
        int[] whole = Arrays.copyOf(palette, COLOURS);
        return new IndexColorModel(8, COLOURS, whole, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        for (int place = 1; place < palette.length; place++) {
            if (distance(palette[place], colour) < distance(palette[best], colour)) {
                best = place;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return 2 * red * red + 4 * green * green + 3 * blue * blue;
    }
}
