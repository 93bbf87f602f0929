package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.bams.Licence;
import be.belnet.orderdesk.bams.LicenceRegistry;
import be.belnet.orderdesk.bams.ListedLicence;
import be.belnet.orderdesk.fortinet.FortiCare.Asset;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Licences registered with FortiCloud. The order number stands in the description of the product, where it is looked up. */
class FortiCareLicences implements LicenceRegistry {
    private static final String SPARE = "spare";

    private final FortiCare fortiCare;

    FortiCareLicences(FortiCare fortiCare) {
        this.fortiCare = fortiCare;
    }

    @Override
    public Optional<Licence> find(String reference) {
        var hits = fortiCare.fortiMails().stream()
                .filter(asset -> reference.equals(asset.description()))
                .toList();
        if (hits.size() > 1) {
            throw new PartnerRefusedException(
                    FortiCare.NAME, "twoObjects", "two products carry the number " + reference);
        }
        return hits.stream().findFirst().map(FortiCareLicences::licence);
    }

    @Override
    public Licence register(String reference, String registrationCode) {
        return licence(fortiCare.register(registrationCode, reference));
    }

    @Override
    public String licenceFile(Licence licence) {
        return fortiCare.licenceFile(licence.serialNumber());
    }

    @Override
    public Optional<LocalDate> endsOn(Licence licence) {
        return fortiCare.product(licence.serialNumber()).lastDay();
    }

    @Override
    public List<ListedLicence> licences() {
        return fortiCare.fortiMails().stream()
                .map(asset -> new ListedLicence(
                        licence(asset),
                        asset.description(),
                        !SPARE.equals(asset.description()),
                        asset.lastDay().orElse(null)))
                .toList();
    }

    @Override
    public void release(Licence licence) {
        fortiCare.describe(licence.serialNumber(), SPARE);
    }

    private static Licence licence(Asset asset) {
        return new Licence(asset.serialNumber());
    }
}
