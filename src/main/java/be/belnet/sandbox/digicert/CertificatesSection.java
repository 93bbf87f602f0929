package be.belnet.sandbox.digicert;

import be.belnet.sandbox.page.WorldSection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The certificates at DigiCert, on the page of the world. */
@Component
class CertificatesSection implements WorldSection {
    private final Inventory inventory;
    private final Clock clock;

    CertificatesSection(Inventory inventory, Clock clock) {
        this.inventory = inventory;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "Certificates at DigiCert";
    }

    @Override
    public int position() {
        return 400;
    }

    @Override
    public String page() {
        return DigiCertPage.PATH;
    }

    @Override
    public List<String> columns() {
        return List.of("Order", "Names", "Organisation", "Status", "Until");
    }

    @Override
    public List<List<String>> rows() {
        var today = LocalDate.now(clock);
        return inventory.orders().stream().map(order -> row(order, today)).toList();
    }

    private static List<String> row(Order order, LocalDate today) {
        return List.of(
                String.valueOf(order.id()),
                String.join(" ", order.names()),
                order.organization().displayName(),
                DigiCertPage.state(order, today),
                order.validTill() == null ? "" : order.validTill().toString());
    }
}
