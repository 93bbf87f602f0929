package be.belnet.orderdesk.production;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A connection to a server, to see that it is there and who it is; nobody signs in. */
class Line implements AutoCloseable {
    private static final int PATIENCE_IN_MILLIS = 5_000;

    private final Socket socket;
    private final BufferedReader reader;

    private Line(Socket socket) throws IOException {
        this.socket = socket;
        this.reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    static Line plain(String host, int port) throws IOException {
        return new Line(connect(host, port));
    }

    /** @throws IOException also where the certificate is not trusted or is another host's */
    static Line encrypted(SSLSocketFactory tls, String host, int port) throws IOException {
        return new Line(encrypt(tls, connect(host, port), host, port));
    }

    private static Socket connect(String host, int port) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_IN_MILLIS);
            socket.setSoTimeout(PATIENCE_IN_MILLIS);
            return socket;
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    private static Socket encrypt(SSLSocketFactory tls, Socket plain, String host, int port) throws IOException {
        var socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        try {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException distrusted) {
            socket.close();
            throw distrusted;
        }
    }

    /** The same line, encrypted from now on. */
    Line encrypted(SSLSocketFactory tls, String host) throws IOException {
        return new Line(encrypt(tls, socket, host, socket.getPort()));
    }

    String protocol() {
        return socket instanceof SSLSocket encrypted ? encrypted.getSession().getProtocol() : "not encrypted";
    }

    /** What the server says next. */
    String read() throws IOException {
        String line = reader.readLine();
        if (line == null) {
            throw new IOException("the server hung up");
        }
        return line;
    }

    /** @return the last line of the answer, as SMTP ends it */
    String ask(String command) throws IOException {
        say(command);
        String line = read();
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = read();
        }
        return line;
    }

    void say(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
