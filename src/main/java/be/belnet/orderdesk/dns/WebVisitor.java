package be.belnet.orderdesk.dns;

import be.belnet.orderdesk.dns.DnsProperties.Web;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Fetches one page from the very address it is given; HTTP clients would look the host up once more and might be told
 * another one. Ends at the deadline whatever the other side does, and reads no more than the limit.
 *
 * <p>Certificates are not checked: what is fetched is public, is compared and thrown away, and who needs a new certificate
 * often has one that has run out.
 */
class WebVisitor {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Web settings;
    private final SSLContext anybody = anybody();

    WebVisitor(Web settings) {
        this.settings = settings;
    }

    /** @throws IOException when the site cannot be reached or says what is no HTTP */
    Page visit(URI url, InetAddress address, Deadline deadline) throws IOException {
        var https = url.getScheme().equalsIgnoreCase("https");
        try (var socket = new Socket()) {
            closeAtTheEnd(socket, deadline);
            var port = https ? settings.httpsPort() : settings.httpPort();
            socket.connect(new InetSocketAddress(address, port), millis(deadline));
            socket.setSoTimeout(millis(deadline));
            try (var line = https ? encrypted(socket, url.getHost(), port) : socket) {
                line.getOutputStream().write(request(url).getBytes(StandardCharsets.US_ASCII));
                return page(atMost(line.getInputStream()));
            }
        }
    }

    /** Version 1.0, so that no answer comes in chunks. */
    private static String request(URI url) {
        return "GET %s HTTP/1.0\r\nHost: %s\r\nAccept: */*\r\nUser-Agent: Orderdesk\r\nConnection: close\r\n\r\n"
                .formatted(
                        url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()), url.getHost());
    }

    private static void closeAtTheEnd(Socket socket, Deadline deadline) {
        var end = CompletableFuture.delayedExecutor(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
        end.execute(() -> {
            try {
                socket.close();
            } catch (IOException closedAlready) {
                // All that was wanted
            }
        });
    }

    private static int millis(Deadline deadline) throws IOException {
        if (deadline.isOver()) {
            throw new SocketTimeoutException("no time is left");
        }
        return Math.max(1, Math.toIntExact(deadline.left().toMillis()));
    }

    private Socket encrypted(Socket socket, String host, int port) throws IOException {
        var encrypted = (SSLSocket) anybody.getSocketFactory().createSocket(socket, host, port, true);
        var parameters = encrypted.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(host)));
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }

    private byte[] atMost(InputStream answer) throws IOException {
        var limit = Math.toIntExact(settings.sizeLimit().toBytes());
        var read = new ByteArrayOutputStream();
        var buffer = new byte[Math.min(limit, 4096)];
        var length = 0;
        while (length >= 0 && read.size() < limit) {
            read.write(buffer, 0, length);
            length = answer.read(buffer, 0, Math.max(1, Math.min(buffer.length, limit - read.size())));
        }
        return read.toByteArray();
    }

    static Page page(byte[] answer) throws IOException {
        var text = new String(answer, StandardCharsets.UTF_8);
        var end = text.indexOf(END_OF_HEAD);
        var head = end < 0 ? text : text.substring(0, end);
        var status = STATUS.matcher(head.lines().findFirst().orElse(""));
        if (!status.matches()) {
            throw new IOException("no HTTP");
        }
        return new Page(
                Integer.parseInt(status.group(1)),
                location(head),
                end < 0 ? "" : text.substring(end + END_OF_HEAD.length()));
    }

    private static String location(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("location:"))
                .map(line -> line.substring("location:".length()).strip())
                .findFirst()
                .orElse("");
    }

    private static SSLContext anybody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks TLS", e);
        }
    }

    /** @param location empty where none is told */
    record Page(int status, String location, String content) {}

    /** Extended, or else Java would check more than it is asked to. */
    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // See the outer class
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
