package be.belnet.orderdesk.openstack;

import be.belnet.orderdesk.bams.ApplianceHost;
import be.belnet.orderdesk.partner.PartnerClient;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * For the plain switch of the fault suite: a cloud whose lists show nothing, so that neither an earlier server nor its
 * port is found. Found by no scan.
 */
public class BlindAppliances {
    @Bean
    @Primary
    ApplianceHost appliancesUnseen(OpenStackProperties properties) {
        var client = new PartnerClient(OpenStack.NAME, properties.connection());
        var blind = new OpenStack(new Keystone(client, properties, Clock.systemUTC()), client) {
            @Override
            List<Server> serversTagged(String tag) {
                return List.of();
            }

            @Override
            List<Port> portsNamed(String name) {
                return List.of();
            }
        };
        return new OpenStackApplianceHost(blind, new FirstBootFiles(properties.firstBoot()), properties);
    }
}
