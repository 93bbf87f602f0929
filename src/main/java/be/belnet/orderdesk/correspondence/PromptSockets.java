package be.belnet.orderdesk.correspondence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Connections to the mail server that send at once, named by {@code mail.smtp.socketFactory.class}. The mail library ends a mail in a
 * packet of its own, which Nagle's algorithm else holds back until the server confirms what came before, 40 ms later.
 */
public final class PromptSockets extends SocketFactory {
    private static final SocketFactory DEFAULT = new PromptSockets();

    private PromptSockets() {}

    /** As the mail library asks for it. */
    public static SocketFactory getDefault() {
        return DEFAULT;
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prompt(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return prompt(new Socket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prompt(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return prompt(new Socket(host, port, from, fromPort));
    }

    private static Socket prompt(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
