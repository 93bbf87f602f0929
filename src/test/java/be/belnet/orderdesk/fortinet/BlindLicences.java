package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.bams.Licence;
import be.belnet.orderdesk.bams.LicenceSupplier;
import be.belnet.orderdesk.partner.PartnerLeases;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** For the plain switch of the fault suite: FortiFlex without the look-up that ordering begins with. Found by no scan. */
public class BlindLicences {
    @Bean
    @Primary
    LicenceSupplier licencesUnseen(@Qualifier("fortiFlexLicences") LicenceSupplier careful) {
        Object licences = AopTestUtils.getUltimateTargetObject(careful);
        var fortiFlex = (FortiFlex) ReflectionTestUtils.getField(licences, "fortiFlex");
        var leases = (PartnerLeases) ReflectionTestUtils.getField(licences, "leases");
        return new FortiFlexLicences(fortiFlex, leases) {
            @Override
            public Optional<Licence> find(String reference) {
                return Optional.empty();
            }
        };
    }
}
