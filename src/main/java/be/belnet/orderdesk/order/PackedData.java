package be.belnet.orderdesk.order;

import be.belnet.orderdesk.order.PdfRefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures what the packed data of a PDF unpack to, keeping none of it, so that a reader meets no data that fill its
 * memory. Works on the bytes alone: nothing in the file can lead it astray.
 */
final class PackedData {
    private static final long MIB = 1024L * 1024;
    private static final long LARGEST_PICTURE = 128 * MIB;
    private static final long LARGEST_OTHER = 16 * MIB;
    private static final long LARGEST_TOGETHER = 1024 * MIB;
    private static final int LONGEST_DICTIONARY = 4096;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private PackedData() {}

    /** @throws PdfRefusedException when something unpacks to more than a scan needs */
    static void check(byte[] file) {
        long together = 0;
        for (int at = next(file, 0); at >= 0; at = next(file, at)) {
            together += unpacked(file, data(file, at), isPicture(file, at) ? LARGEST_PICTURE : LARGEST_OTHER);
            PdfCheck.require(together <= LARGEST_TOGETHER, Reason.TOO_COMPLEX);
        }
    }

    /** Where the next word {@code stream} ends; -1 when there is none. */
    private static int next(byte[] file, int from) {
        for (int at = from; at <= file.length - STREAM.length; at++) {
            if (Arrays.equals(file, at, at + STREAM.length, STREAM, 0, STREAM.length)) {
                return at + STREAM.length;
            }
        }
        return -1;
    }

    private static int data(byte[] file, int end) {
        int at = end;
        while (at < file.length && (file[at] == '\r' || file[at] == '\n' || file[at] == ' ')) {
            at++;
        }
        return at;
    }

    private static boolean isPicture(byte[] file, int end) {
        int from = Math.max(0, end - LONGEST_DICTIONARY);
        String before = new String(file, from, end - from, StandardCharsets.ISO_8859_1);
        return before.substring(Math.max(0, before.lastIndexOf(" obj"))).contains("/Image");
    }

    private static long unpacked(byte[] file, int from, long limit) {
        var inflater = new Inflater();
        try {
            inflater.setInput(file, from, file.length - from);
            var thrownAway = new byte[64 * 1024];
            int got = inflater.inflate(thrownAway);
            while (got > 0 && inflater.getBytesWritten() <= limit) {
                got = inflater.inflate(thrownAway);
            }
            PdfCheck.require(inflater.getBytesWritten() <= limit, Reason.TOO_COMPLEX);
            return inflater.getBytesWritten();
        } catch (DataFormatException notPackedThisWay) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }
}
