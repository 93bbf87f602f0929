package be.belnet.orderdesk.bams;

import static be.belnet.orderdesk.fuzz.Parser.require;

import be.belnet.orderdesk.fuzz.Parser;
import java.util.List;

/** What reads mail domains that people type. */
public final class MailDomainParsers {
    private MailDomainParsers() {}

    public static List<Parser> all() {
        return List.of(Parser.ofText("mail domains", MailDomainParsers::read)
                .weighing(5)
                .like("customer.example mx1.customer.example\nécole.example;mx.école.example\n"));
    }

    private static void read(String text) {
        var domains = MailDomains.read(text).domains();
        var again = MailDomains.read(MailDomains.write(domains));
        require(again.domains().equals(domains) && again.refused().isEmpty(), "what was read is not read again");
    }
}
