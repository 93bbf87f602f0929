package be.belnet.orderdesk.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a resolver that loses the first datagram. */
final class LossyLine implements AutoCloseable {
    private static final int LARGEST = 4096;

    private final DatagramSocket socket;
    private final InetSocketAddress resolver;
    private final AtomicInteger lost = new AtomicInteger();

    LossyLine(String resolver) throws IOException {
        this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.resolver = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), Integer.parseInt(resolver.substring(resolver.indexOf(':') + 1)));
        CompletableFuture.runAsync(this::carry);
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    int lost() {
        return lost.get();
    }

    private void carry() {
        try {
            socket.receive(empty());
            lost.incrementAndGet();
            while (true) {
                carryOne();
            }
        } catch (IOException closed) {
            // The end of the test
        }
    }

    private void carryOne() throws IOException {
        var query = empty();
        socket.receive(query);
        try (var beyond = new DatagramSocket()) {
            beyond.send(new DatagramPacket(query.getData(), query.getLength(), resolver));
            var answer = empty();
            beyond.receive(answer);
            socket.send(new DatagramPacket(answer.getData(), answer.getLength(), query.getSocketAddress()));
        }
    }

    private static DatagramPacket empty() {
        return new DatagramPacket(new byte[LARGEST], LARGEST);
    }

    @Override
    public void close() {
        socket.close();
    }
}
