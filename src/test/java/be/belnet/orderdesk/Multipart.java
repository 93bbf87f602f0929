package be.belnet.orderdesk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with a file, as browsers send it. */
public final class Multipart {
    public static final String TYPE = "multipart/form-data; boundary=xyz";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** A null value is left out. */
    public Multipart field(String name, String value) {
        return value == null ? this : part(name, "", value.getBytes(StandardCharsets.UTF_8));
    }

    /** A null file is left out. */
    public Multipart file(String name, byte[] content) {
        return content == null ? this : part(name, "; filename=\"../<b>.exe\"", content);
    }

    /** A file that says it is a PDF. */
    public Multipart pdf(String name, byte[] content) {
        return part(name, "; filename=\"contract.pdf\"\r\nContent-Type: application/pdf", content);
    }

    public byte[] bytes() {
        write("--xyz--\r\n");
        return body.toByteArray();
    }

    private Multipart part(String name, String more, byte[] content) {
        write("--xyz\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n".formatted(name, more));
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
