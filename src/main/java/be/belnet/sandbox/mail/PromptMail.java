package be.belnet.sandbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A mail server that answers at once. GreenMail writes an answer in pieces, and with Nagle's algorithm each second piece
 * waits until the client confirms the first, which it puts off for 40 ms.
 */
class PromptMail extends GreenMail {
    PromptMail(ServerSetup... setups) {
        super(setups);
    }

    int port(String protocol) {
        return services.get(protocol).getPort();
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        return Arrays.stream(setups)
                .collect(Collectors.toMap(
                        ServerSetup::getProtocol,
                        setup -> new PromptServer(setup, managers, handlers(setup, managers))));
    }

    private static Function<Socket, ProtocolHandler> handlers(ServerSetup setup, Managers managers) {
        return switch (setup.getProtocol()) {
            case ServerSetup.PROTOCOL_IMAP ->
                socket -> new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), socket);
            case ServerSetup.PROTOCOL_SMTP ->
                socket -> new SmtpHandler(new SmtpCommandRegistry(), managers.getSmtpManager(), socket);
            default -> throw new IllegalArgumentException(setup.getProtocol());
        };
    }

    private static class PromptServer extends AbstractServer {
        private final Function<Socket, ProtocolHandler> handlers;

        PromptServer(ServerSetup setup, Managers managers, Function<Socket, ProtocolHandler> handlers) {
            super(setup, managers);
            this.handlers = handlers;
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket socket) {
            try {
                socket.setTcpNoDelay(true);
                return handlers.apply(socket);
            } catch (SocketException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
