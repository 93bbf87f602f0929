package be.belnet.orderdesk.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class PromptSocketsTest {
    @Test
    void connectionsSendAtOnce() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 5, here);
                Socket later = PromptSockets.getDefault().createSocket();
                Socket now = PromptSockets.getDefault().createSocket(here, server.getLocalPort());
                Socket named = PromptSockets.getDefault().createSocket("localhost", server.getLocalPort(), here, 0)) {
            assertThat(later.getTcpNoDelay()).isTrue();
            assertThat(now.getTcpNoDelay()).isTrue();
            assertThat(named.getTcpNoDelay()).isTrue();
        }
    }
}
