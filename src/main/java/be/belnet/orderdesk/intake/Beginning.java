package be.belnet.orderdesk.intake;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets the first bytes of a mail through and then has enough. */
class Beginning extends FilterOutputStream {
    private int left;

    Beginning(OutputStream out, int bytes) {
        super(out);
        this.left = bytes;
    }

    /** What was wanted has been written. */
    static class EnoughException extends IOException {}

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
        int count = Math.min(left, length);
        out.write(some, offset, count);
        left -= count;
        if (left == 0) {
            throw new EnoughException();
        }
    }
}
