package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.dns.MxLookUp;
import be.belnet.orderdesk.dns.MxReport;
import be.belnet.orderdesk.subscription.PartnerReferences;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.termination.EndingService;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Which domains still have their mail come to Belnet's appliances, as the world sees it. */
@Component
public class MailRouting implements EndingService {
    private final Subscriptions subscriptions;
    private final BamsOrders bamsOrders;
    private final MxLookUp mx;
    private final BamsProperties properties;

    MailRouting(Subscriptions subscriptions, BamsOrders bamsOrders, MxLookUp mx, BamsProperties properties) {
        this.subscriptions = subscriptions;
        this.bamsOrders = bamsOrders;
        this.mx = mx;
        this.properties = properties;
    }

    @Override
    public String service() {
        return "BAMS";
    }

    @Override
    public List<String> mailStillHere(Subscription subscription) {
        return mx.look(subscriptions.domains(subscription.id())).stream()
                .filter(report -> !report.answered() || report.hosts().stream().anyMatch(this::isOurs))
                .map(MxReport::domain)
                .toList();
    }

    @Override
    public void keepHandedOver(Subscription subscription) {
        BamsOrder order = bamsOrders.get(subscription.orderNumber());
        subscriptions.keepHandedOver(
                subscription.id(),
                PartnerReferences.appliance(order.licenceSerial(), order.applianceId()),
                order.domains());
    }

    private boolean isOurs(String host) {
        String ours = properties.mxDomain().toLowerCase(Locale.ROOT);
        return host.equals(ours) || host.endsWith("." + ours);
    }
}
