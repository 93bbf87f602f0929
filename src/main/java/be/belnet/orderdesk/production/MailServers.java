package be.belnet.orderdesk.production;

import java.io.IOException;

/** Looks whether mail servers are there, and who they are; nobody signs in and nothing is sent. */
class MailServers {
    private static final int SMTP = 25;
    private static final int IMAP = 993;

    private MailServers() {}

    static Seen relay(Surroundings where) throws IOException {
        String host = where.setting("spring.mail.host");
        int port = where.settings().getProperty("spring.mail.port", Integer.class, SMTP);
        boolean atOnce = Values.isTrue(where.setting("spring.mail.properties.mail.smtp.ssl.enable"))
                || Values.isTrue(where.setting("spring.mail.ssl.enabled"));
        try (var line = atOnce ? Line.encrypted(where.tls(), host, port) : Line.plain(host, port)) {
            expect("220", line.read());
            if (atOnce) {
                return seen(host, port, line);
            }
            expect("250", line.ask("EHLO orderdesk"));
            expect("220", line.ask("STARTTLS"));
            return seen(host, port, line.encrypted(where.tls(), host));
        }
    }

    static Seen box(Surroundings where) throws IOException {
        String host = where.setting("orderdesk.intake.host");
        int port = where.settings().getProperty("orderdesk.intake.port", Integer.class, IMAP);
        boolean atOnce = where.setting("orderdesk.intake.encryption").equalsIgnoreCase("tls");
        try (var line = atOnce ? Line.encrypted(where.tls(), host, port) : Line.plain(host, port)) {
            expect("* OK", line.read());
            if (atOnce) {
                return seen(host, port, line);
            }
            line.say("a STARTTLS");
            expect("a OK", line.read());
            return seen(host, port, line.encrypted(where.tls(), host));
        }
    }

    private static Seen seen(String host, int port, Line line) {
        return Seen.fit("%s port %d, %s".formatted(host, port, line.protocol()));
    }

    private static void expect(String beginning, String said) throws IOException {
        if (!said.startsWith(beginning)) {
            throw new IOException("the server answers otherwise than with " + beginning);
        }
    }
}
