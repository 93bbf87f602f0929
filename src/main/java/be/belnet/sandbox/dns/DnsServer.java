package be.belnet.sandbox.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** DNS over UDP and TCP on 127.0.0.1. What does not fit into a datagram is cut, so that its asker comes again by TCP. */
public class DnsServer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DnsServer.class);

    private static final int SMALLEST_UDP = 512;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int TRIES = 20;

    private final Resolution resolution;
    private final DnsSettings settings;
    private final ConfigurableEnvironment environment;
    private DatagramSocket datagrams;
    private ServerSocket connections;
    private ExecutorService threads;

    DnsServer(Resolution resolution, DnsSettings settings, ConfigurableEnvironment environment) {
        this.resolution = resolution;
        this.settings = settings;
        this.environment = environment;
    }

    /** The same for UDP and TCP. */
    public int port() {
        return connections.getLocalPort();
    }

    @Override
    public synchronized void start() {
        bind();
        threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "sandbox-dns");
            thread.setDaemon(true);
            return thread;
        });
        threads.execute(this::serveDatagrams);
        threads.execute(this::serveConnections);
        environment.getPropertySources().addFirst(new MapPropertySource("dns port", Map.of("local.dns.port", port())));
    }

    @Override
    public synchronized void stop() {
        close();
        threads.shutdownNow();
        threads = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }

    /** A port that is free for TCP may be taken for UDP, so where any will do several are tried. */
    private void bind() {
        for (var tries = settings.port() == 0 ? TRIES : 1; ; tries--) {
            try {
                connections = new ServerSocket();
                connections.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()));
                datagrams = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
                return;
            } catch (IOException taken) {
                close();
                if (tries == 1) {
                    throw new UncheckedIOException("DNS cannot listen on port " + settings.port(), taken);
                }
            }
        }
    }

    private void close() {
        try {
            connections.close();
            if (datagrams != null) {
                datagrams.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serveDatagrams() {
        var socket = datagrams;
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(new byte[Resolution.LARGEST_UDP], Resolution.LARGEST_UDP);
                socket.receive(packet);
                threads.execute(() -> answer(packet, socket));
            } catch (SocketException closed) {
                LOG.debug("UDP ends", closed);
            } catch (IOException broken) {
                LOG.warn("UDP failed", broken);
            }
        }
    }

    private void answer(DatagramPacket packet, DatagramSocket socket) {
        try {
            var query = Arrays.copyOf(packet.getData(), packet.getLength());
            var answer = answer(query, true);
            if (answer.isPresent()) {
                socket.send(new DatagramPacket(answer.get(), answer.get().length, packet.getSocketAddress()));
            }
        } catch (IOException unreadable) {
            LOG.debug("no query", unreadable);
        }
    }

    private void serveConnections() {
        var socket = connections;
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (SocketException closed) {
                LOG.debug("TCP ends", closed);
            } catch (IOException broken) {
                LOG.warn("TCP failed", broken);
            }
        }
    }

    /** Answers until the other side hangs up or asks for what is not answered. */
    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            var in = new DataInputStream(connection.getInputStream());
            var out = new DataOutputStream(connection.getOutputStream());
            Optional<byte[]> answer;
            do {
                answer = answer(in.readNBytes(in.readUnsignedShort()), false);
                if (answer.isPresent()) {
                    out.writeShort(answer.get().length);
                    out.write(answer.get());
                    out.flush();
                }
            } while (answer.isPresent());
        } catch (IOException over) {
            LOG.debug("connection ends", over);
        }
    }

    private Optional<byte[]> answer(byte[] bytes, boolean datagram) throws IOException {
        var query = new Message(bytes);
        try {
            return resolution.answer(query).map(answer -> answer.toWire(datagram ? size(query) : Message.MAXLENGTH));
        } catch (RuntimeException failure) {
            LOG.warn("DNS failed", failure);
            return Optional.of(failed(bytes));
        }
    }

    private static int size(Message query) {
        var options = query.getOPT();
        return options == null
                ? SMALLEST_UDP
                : Math.min(Resolution.LARGEST_UDP, Math.max(SMALLEST_UDP, options.getPayloadSize()));
    }

    private static byte[] failed(byte[] query) {
        var header = new Header(ByteBuffer.wrap(query).getShort() & 0xFFFF);
        header.setRcode(Rcode.SERVFAIL);
        var answer = new Message();
        answer.setHeader(header);
        return answer.toWire();
    }
}
