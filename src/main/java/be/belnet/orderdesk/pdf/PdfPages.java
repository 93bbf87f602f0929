package be.belnet.orderdesk.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Draws pages of PDFs as pictures, so that browsers show them without a reader of their own and without anything of the file
 * itself. For files that may be kept; a few at a time, since a page takes memory.
 */
public final class PdfPages {
    private static final float WIDEST = 1000;
    private static final float HIGHEST = 1600;
    /** Pixels for each point at most: a small page is not blown up. */
    private static final float LARGEST = 2;

    private static final long WORKING_MEMORY = 64L * 1024 * 1024;
    private static final Semaphore PLACES = new Semaphore(2);
    private static final int PATIENCE_SECONDS = 20;

    private PdfPages() {}

    /** @throws IOException when it cannot be read */
    public static int count(byte[] pdf) throws IOException {
        try (PDDocument document = open(pdf)) {
            return document.getNumberOfPages();
        }
    }

    /**
     * A page as PNG.
     *
     * @param page from 1
     * @return empty where there is no such page, or where it cannot be drawn
     */
    public static Optional<byte[]> png(byte[] pdf, int page) {
        boolean placed = false;
        try {
            placed = PLACES.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return placed ? draw(pdf, page - 1) : Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (placed) {
                PLACES.release();
            }
        }
    }

    private static Optional<byte[]> draw(byte[] pdf, int index) {
        try (PDDocument document = open(pdf)) {
            if (index < 0 || index >= document.getNumberOfPages()) {
                return Optional.empty();
            }
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return Optional.of(png(renderer.renderImage(index, scale(document.getPage(index)), ImageType.RGB)));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        } catch (StackOverflowError | OutOfMemoryError beyond) {
            // thrown by this one page alone: what it took is free again
            return Optional.empty();
        }
    }

    private static float scale(PDPage page) {
        PDRectangle box = page.getCropBox();
        boolean lies = page.getRotation() % 180 != 0;
        float width = Math.max(1, lies ? box.getHeight() : box.getWidth());
        float height = Math.max(1, lies ? box.getWidth() : box.getHeight());
        return Math.min(LARGEST, Math.min(WIDEST / width, HIGHEST / height));
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private static PDDocument open(byte[] pdf) throws IOException {
        return Loader.loadPDF(
                new RandomAccessReadBuffer(pdf), MemoryUsageSetting.setupMainMemoryOnly(WORKING_MEMORY).streamCache);
    }
}
