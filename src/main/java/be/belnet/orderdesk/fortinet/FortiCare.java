package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.partner.PartnerAnswer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls to FortiCloud's registration of products that licences need. */
class FortiCare {
    static final String NAME = "FortiCare";

    /** Serial numbers of virtual FortiMails begin so; a list needs a pattern. */
    private static final String FORTIMAILS = "FEVM%";

    private static final int MOST_PAGES = 100;

    private final FortiCloudApi api;

    FortiCare(FortiCloudApi api) {
        this.api = api;
    }

    /** All registered FortiMails. Nothing but the serial number can be asked for. */
    List<Asset> fortiMails() {
        List<Asset> assets = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            var answer = api.read("/products/list", Map.of("serialNumber", FORTIMAILS, "pageNumber", page));
            var more = answer.as(Assets.class).assets();
            if (more == null) {
                throw answer.unreadable();
            }
            if (more.isEmpty() || assets.containsAll(more)) {
                break;
            }
            assets.addAll(more);
        }
        return assets;
    }

    Asset register(String registrationCode, String description) {
        var request = Map.of("licenseRegistrationCode", registrationCode, "description", description);
        var answer = api.change("/licenses/register", request);
        return known(answer, answer.as(Registered.class).assetDetails());
    }

    String licenceFile(String serialNumber) {
        var answer = api.read("/licenses/download", Map.of("serialNumber", serialNumber));
        var file = answer.as(LicenceFile.class).licenseFile();
        if (file == null || file.isBlank()) {
            throw answer.unreadable();
        }
        return file;
    }

    Asset product(String serialNumber) {
        var answer = api.read("/products/details", Map.of("serialNumber", serialNumber));
        return known(answer, answer.as(Registered.class).assetDetails());
    }

    void describe(String serialNumber, String description) {
        api.change("/products/description", Map.of("serialNumber", serialNumber, "description", description));
    }

    private static Asset known(PartnerAnswer answer, Asset asset) {
        if (asset == null || asset.serialNumber() == null) {
            throw answer.unreadable();
        }
        return asset;
    }

    record Assets(List<Asset> assets) {}

    record Asset(String serialNumber, String description, List<Support> entitlements) {
        /** The last day on which anything that was bought still counts. */
        Optional<LocalDate> lastDay() {
            return Stream.ofNullable(entitlements)
                    .flatMap(List::stream)
                    .map(Support::endDate)
                    .filter(Objects::nonNull)
                    .map(end -> LocalDateTime.parse(end.replace(' ', 'T'))
                            .minusNanos(1)
                            .toLocalDate())
                    .max(Comparator.naturalOrder());
        }
    }

    record Support(String endDate) {}

    record Registered(Asset assetDetails) {}

    record LicenceFile(String licenseFile) {}
}
