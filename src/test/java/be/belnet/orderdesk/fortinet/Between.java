package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.bams.LicenceSupplier;
import be.belnet.orderdesk.partner.PartnerLeases;
import java.time.LocalDateTime;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** Another node, with something happening between what it reads of a licence and what it writes. */
final class Between {
    private Between() {}

    static LicenceSupplier reading(LicenceSupplier node, Runnable event) {
        Object licences = AopTestUtils.getUltimateTargetObject(node);
        Object fortiFlex = ReflectionTestUtils.getField(licences, "fortiFlex");
        var leases = (PartnerLeases) ReflectionTestUtils.getField(licences, "leases");
        var interrupted =
                new FortiFlex((FortiCloudApi) ReflectionTestUtils.getField(fortiFlex, "api"), (FortinetProperties.Flex)
                        ReflectionTestUtils.getField(fortiFlex, "settings")) {
                    @Override
                    LocalDateTime programEnd() {
                        event.run();
                        return super.programEnd();
                    }
                };
        return new FortiFlexLicences(interrupted, leases);
    }
}
