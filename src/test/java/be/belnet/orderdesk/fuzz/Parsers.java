package be.belnet.orderdesk.fuzz;

import be.belnet.orderdesk.bams.MailDomainParsers;
import be.belnet.orderdesk.customer.RegisterParsers;
import be.belnet.orderdesk.dcs.DomainParsers;
import be.belnet.orderdesk.desk.QueryParsers;
import be.belnet.orderdesk.digicert.DigiCertParsers;
import be.belnet.orderdesk.dns.DnsParsers;
import be.belnet.orderdesk.fortinet.FortinetParsers;
import be.belnet.orderdesk.harica.HaricaParsers;
import be.belnet.orderdesk.intake.MailParsers;
import be.belnet.orderdesk.link.LinkParsers;
import be.belnet.orderdesk.openstack.OpenStackParsers;
import be.belnet.orderdesk.order.OrderParsers;
import be.belnet.orderdesk.sectigo.SectigoParsers;
import be.belnet.orderdesk.workflow.FormParsers;
import java.util.List;
import java.util.stream.Stream;

/** All that read what strangers write. */
final class Parsers {
    private Parsers() {}

    static List<Parser> all() {
        return Stream.of(
                        MailParsers.all(),
                        RegisterParsers.all(),
                        MailDomainParsers.all(),
                        DomainParsers.all(),
                        OrderParsers.all(),
                        LinkParsers.all(),
                        QueryParsers.all(),
                        FormParsers.all(),
                        DnsParsers.all(),
                        FortinetParsers.all(),
                        SectigoParsers.all(),
                        DigiCertParsers.all(),
                        HaricaParsers.all(),
                        OpenStackParsers.all())
                .flatMap(List::stream)
                .toList();
    }

    static Parser named(String name) {
        return all().stream()
                .filter(parser -> parser.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
