package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import java.util.Optional;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Stands where no CA is connected: nothing can be asked of it, so that orders wait for one. */
@Fallback
@Component
class NoCertificateAuthority implements CertificateAuthority {
    @Override
    public String name() {
        return "CA";
    }

    @Override
    public Optional<RegisteredOrganisation> findOrganisation(OrganisationIdentity identity) {
        throw notConnected();
    }

    @Override
    public RegisteredOrganisation createOrganisation(OrganisationRequest request) {
        throw notConnected();
    }

    @Override
    public Optional<OrganisationValidation> validation(String organisationId) {
        throw notConnected();
    }

    @Override
    public Optional<RegisteredDomain> findDomain(String organisationId, Domain domain) {
        throw notConnected();
    }

    @Override
    public RegisteredDomain addDomain(String organisationId, Domain domain) {
        throw notConnected();
    }

    @Override
    public void removeDomain(String organisationId, Domain domain) {
        throw notConnected();
    }

    @Override
    public Optional<Administrator> findAdministrator(String organisationId, String email) {
        throw notConnected();
    }

    @Override
    public Administrator inviteAdministrator(String organisationId, AdministratorInvitation invitation) {
        throw notConnected();
    }

    @Override
    public void removeAdministrator(String organisationId, String administratorId) {
        throw notConnected();
    }

    private PartnerException notConnected() {
        return new PartnerUnavailableException(name(), "no certificate authority is connected");
    }
}
