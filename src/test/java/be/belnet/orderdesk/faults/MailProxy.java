package be.belnet.orderdesk.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a mail server: lets mails through, refuses them, or takes them and hangs up before it says so. */
final class MailProxy implements AutoCloseable {
    private static final String END_OF_MAIL = ".";

    private final ServerSocket listening;
    private final int target;
    private final AtomicInteger toDrop = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile String refusal;

    MailProxy(int target) {
        this.target = target;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        start("mail proxy", this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** So many of the next mails arrive, and their sender never learns it. */
    void dropReplies(int mails) {
        toDrop.set(mails);
    }

    int stillToDrop() {
        return toDrop.get();
    }

    /** @param reply such as {@code 451 Later}; null to let mails through again */
    void refuse(String reply) {
        refusal = reply;
    }

    int refused() {
        return refused.get();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                start("mail", () -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            converse(new Line(client), new Line(server));
        } catch (IOException hungUp) {
            // both sides see it
        }
    }

    private void converse(Line client, Line server) throws IOException {
        passReply(server, client);
        for (String said = client.read(); said != null; said = client.read()) {
            if (said.startsWith("MAIL") && refusal != null) {
                refused.incrementAndGet();
                client.write(refusal);
                continue;
            }
            server.write(said);
            passReply(server, client);
            if (said.equals("DATA") && !passMail(client, server)) {
                return;
            }
        }
    }

    /** False when the line is dead now. */
    private boolean passMail(Line client, Line server) throws IOException {
        String said;
        do {
            said = client.read();
            server.write(said);
        } while (!END_OF_MAIL.equals(said));
        if (toDrop.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            server.read();
            return false;
        }
        passReply(server, client);
        return true;
    }

    /** All lines of one reply; only the last has no hyphen behind its number. */
    private static void passReply(Line server, Line client) throws IOException {
        String said;
        do {
            said = server.read();
            if (said == null) {
                throw new IOException("hung up");
            }
            client.write(said);
        } while (said.length() > 3 && said.charAt(3) == '-');
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private record Line(BufferedReader in, OutputStream out) {
        Line(Socket socket) throws IOException {
            this(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)),
                    socket.getOutputStream());
        }

        String read() throws IOException {
            return in.readLine();
        }

        void write(String line) throws IOException {
            if (line == null) {
                throw new IOException("hung up");
            }
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }
}
