package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Certificates;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.UndoableStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How what a CA did for an order is taken back. */
final class DcsUndoSteps {
    private DcsUndoSteps() {}

    /** Stays: nothing is issued for an organisation without domains, and another order of the customer finds it. */
    @Component
    static class KeepOrganisation implements UndoableStep {
        private final Certificates certificates;

        KeepOrganisation(Certificates certificates) {
            this.certificates = certificates;
        }

        @Override
        public String step() {
            return CreateOrganisationDelegate.STEP;
        }

        @Override
        public Optional<String> find(Effect effect) {
            return certificates.findOrganisation(effect.orderNumber());
        }

        @Override
        public Optional<String> event() {
            return Optional.empty();
        }

        @Override
        public Optional<String> consequence() {
            return Optional.of("organisationKept");
        }

        @Override
        public boolean isTakenBack() {
            return false;
        }

        @Override
        public void undo(Effect effect, String organisationId) {
            // the CA is asked for nothing
        }
    }

    @Component
    static class RemoveDomain implements UndoableStep {
        private final Certificates certificates;

        RemoveDomain(Certificates certificates) {
            this.certificates = certificates;
        }

        @Override
        public String step() {
            return AddDomainsDelegate.STEP;
        }

        @Override
        public Optional<String> find(Effect effect) {
            return certificates.findDomain(effect.orderNumber(), domain(effect));
        }

        @Override
        public Optional<String> consequence() {
            return Optional.of("domainRemoved");
        }

        @Override
        public void undo(Effect effect, String domainId) {
            certificates.removeDomain(effect.orderNumber(), domain(effect));
        }

        private static Domain domain(Effect effect) {
            return new Domain(effect.part());
        }
    }

    /** Files of releases before this step had its own name have the wildcard among the domains that were added. */
    @Component
    static class RemoveWildcard extends RemoveDomain {
        RemoveWildcard(Certificates certificates) {
            super(certificates);
        }

        @Override
        public String step() {
            return ApproveWildcardDelegate.STEP;
        }
    }

    @Component
    static class RemoveAdministrator implements UndoableStep {
        private final Certificates certificates;

        RemoveAdministrator(Certificates certificates) {
            this.certificates = certificates;
        }

        @Override
        public String step() {
            return InviteAdministratorDelegate.STEP;
        }

        @Override
        public Optional<String> find(Effect effect) {
            return certificates.findAdministrator(effect.orderNumber());
        }

        @Override
        public Optional<String> consequence() {
            return Optional.of("administratorRemoved");
        }

        @Override
        public void undo(Effect effect, String administratorId) {
            certificates.removeAdministrator(effect.orderNumber(), administratorId);
        }
    }
}
