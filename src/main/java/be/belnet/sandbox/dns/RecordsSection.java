package be.belnet.sandbox.dns;

import be.belnet.sandbox.page.WorldSection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The records on the page of the world. */
@Component
class RecordsSection implements WorldSection {
    private final Zones zones;

    RecordsSection(Zones zones) {
        this.zones = zones;
    }

    @Override
    public String title() {
        return "What customers publish in DNS";
    }

    @Override
    public int position() {
        return 500;
    }

    @Override
    public String page() {
        return DnsPage.PATH;
    }

    @Override
    public List<String> columns() {
        return List.of("Name", "Type", "TTL", "Value");
    }

    @Override
    public List<List<String>> rows() {
        return zones.records().stream()
                .map(record -> List.of(record.name(), record.type(), String.valueOf(record.ttl()), record.value()))
                .toList();
    }
}
