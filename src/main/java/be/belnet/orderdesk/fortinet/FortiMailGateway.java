package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.bams.MailGateway;
import be.belnet.orderdesk.bams.ProtectedDomain;
import be.belnet.orderdesk.fortinet.FortiMail.Domain;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An appliance administered through its REST interface. */
class FortiMailGateway implements MailGateway {
    private static final Logger LOG = LoggerFactory.getLogger(FortiMailGateway.class);

    private final FortiMail fortiMail;

    FortiMailGateway(FortiMail fortiMail) {
        this.fortiMail = fortiMail;
    }

    /** Refused counts as no answer: while it boots, an appliance does not know its administrator yet. */
    @Override
    public boolean answers(String address) {
        try {
            fortiMail.logIn(address);
            return true;
        } catch (PartnerException notYet) {
            LOG.info("Appliance at {} does not answer yet: {}", address, notYet.getMessage());
            return false;
        }
    }

    @Override
    public String serialNumber(String address) {
        return fortiMail.logIn(address).serial();
    }

    @Override
    public void protect(String address, List<ProtectedDomain> domains) {
        domains.forEach(domain -> protect(address, domain));
    }

    /** An alias is left: it goes with the domain that it belongs to. */
    @Override
    public void unprotect(String address, List<String> domains) {
        domains.stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .filter(name -> fortiMail
                        .domain(address, name)
                        .filter(domain -> !domain.isAlias())
                        .isPresent())
                .forEach(name -> fortiMail.deleteDomain(address, name));
    }

    @Override
    public List<ProtectedDomain> protectedDomains(String address) {
        return fortiMail.domains(address).stream()
                .filter(domain -> !domain.association())
                .map(domain -> fortiMail.domain(address, domain.name()))
                .flatMap(Optional::stream)
                .map(domain -> new ProtectedDomain(domain.name(), domain.mailHost()))
                .toList();
    }

    /** An alias has no mail host of its own, and making it a domain would take it from the one it belongs to. */
    private static void refuseAlias(Domain alias) {
        throw new PartnerRefusedException(
                FortiMail.NAME,
                "alreadyProtected",
                "protects %s already, as an alias of %s".formatted(alias.name(), alias.mainDomain()));
    }

    private void protect(String address, ProtectedDomain wanted) {
        var name = wanted.domain().toLowerCase(Locale.ROOT);
        var present = fortiMail.domain(address, name);
        present.filter(Domain::isAlias).ifPresent(FortiMailGateway::refuseAlias);
        if (present.isEmpty()) {
            fortiMail.createDomain(address, name, wanted.mailHost());
        } else if (!present.get().deliversTo(wanted.mailHost())) {
            fortiMail.changeDomain(address, present.get(), wanted.mailHost());
        }
        fortiMail
                .domain(address, name)
                .filter(domain -> domain.deliversTo(wanted.mailHost()))
                .orElseThrow(() -> new PartnerUnavailableException(FortiMail.NAME, "did not keep the domain " + name));
    }
}
