package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.Challenge;
import be.belnet.orderdesk.dns.DcvChallenge;
import be.belnet.orderdesk.dns.DcvChallenge.RecordType;
import be.belnet.orderdesk.dns.DcvLookUp;
import be.belnet.orderdesk.dns.DcvReport;
import be.belnet.orderdesk.dns.DomainName;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks whether what a customer was asked to publish is there, and whether its DNS lets the CA issue. */
@Component
class RecordLook {
    private final DcvLookUp lookUp;
    private final Authorities authorities;

    RecordLook(DcvLookUp lookUp, Authorities authorities) {
        this.lookUp = lookUp;
        this.authorities = authorities;
    }

    /** What is seen now; empty where nothing is to be published. Takes seconds. */
    Optional<DcvReport> look(CertificateDomain domain) {
        return challenge(domain)
                .map(challenge -> lookUp.look(
                        challenge,
                        authorities.authority(domain.authority()).caaName(),
                        domain.wildcard().isToBeCovered()));
    }

    private static Optional<DcvChallenge> challenge(CertificateDomain domain) {
        var name = new DomainName(domain.domain().name());
        if (domain.challenge() instanceof Challenge.DnsRecord dns) {
            return Optional.of(new DcvChallenge.DnsRecord(
                    name, RecordType.valueOf(dns.type().name()), new DomainName(dns.name()), dns.value()));
        }
        if (domain.challenge() instanceof Challenge.WebFile file) {
            return Optional.of(new DcvChallenge.WebFile(
                    name,
                    file.address().getScheme().equals("https"),
                    file.address().getPath(),
                    file.content()));
        }
        return Optional.empty();
    }
}
