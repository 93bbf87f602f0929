package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file that is sent part by part, and remembers the hash of each. */
class ZipParts {
    private final ZipOutputStream zip;
    private final List<Part> parts = new ArrayList<>();

    /** @param out stays open */
    ZipParts(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** @param sha256 of the part as it is when unpacked */
    record Part(String name, long size, String sha256) {}

    void add(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
        zip.flush();
        parts.add(new Part(name, content.length, Sha256.of(content)));
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    void finish() throws IOException {
        zip.finish();
    }

    /** A name that leads nowhere else when it is unpacked. */
    static String plain(String fileName) {
        return fileName.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    }
}
