package be.belnet.orderdesk.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A small disk in memory that can be filled to its last byte. Only root can make one; a test that needs it is skipped for others. */
final class Volume implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final Path folder;

    /** @param size as mount takes it, such as {@code 8m} */
    Volume(String size) {
        try {
            folder = Files.createTempDirectory("orderdesk-volume");
            int refused = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
            Assumptions.assumeTrue(refused == 0, "A small disk can be mounted by root only");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path folder() {
        return folder;
    }

    void fill() {
        byte[] block = new byte[BLOCK];
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(block);
            }
        } catch (IOException full) {
            // as wanted
        }
    }

    void free() {
        try {
            Files.delete(ballast());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    /** What still writes there keeps it until it ends. */
    @Override
    public void close() {
        run("umount", "--lazy", folder.toString());
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
