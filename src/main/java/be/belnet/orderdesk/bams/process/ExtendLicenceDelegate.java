package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.LicenceExtensions;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.PartnerStep;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has Fortinet extend the licence: once per file, seen by the later end that the licence has then. */
@Component
class ExtendLicenceDelegate extends PartnerStep {
    static final String STEP = "extendLicence";

    private final LicenceExtensions extensions;

    ExtendLicenceDelegate(LicenceExtensions extensions, Effects effects, OrderFile orders) {
        super(effects, orders, "Fortinet", STEP, "ExtensionRefused");
        this.extensions = extensions;
    }

    @Override
    protected Optional<String> find(String file) {
        return extensions.findExtended(file);
    }

    @Override
    protected String act(String file) {
        return extensions.extend(file);
    }

    @Override
    protected void keep(String file, String endsOn) {
        try {
            extensions.keep(file, LocalDate.parse(endsOn));
        } catch (DateTimeParseException doneByHand) {
            extensions.keepWithoutEnd(file, endsOn);
        }
    }
}
