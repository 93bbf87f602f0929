package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.CertificatesChange;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.NamedAdministrator;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.UndoableStep;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How what a change did at a CA is taken back: what came goes, what went comes back. */
final class CertificateChangeUndoSteps {
    private CertificateChangeUndoSteps() {}

    @Component
    static class RestoreDomain implements UndoableStep {
        private final CertificatesChange change;

        RestoreDomain(CertificatesChange change) {
            this.change = change;
        }

        @Override
        public String step() {
            return ChangeCertificateDomainsDelegate.STEP;
        }

        /** Where all is as before, there is nothing to take back. */
        @Override
        public Optional<String> find(Effect effect) {
            return isAsBefore(effect) ? Optional.empty() : Optional.of(effect.reference());
        }

        @Override
        public Optional<String> consequence() {
            return Optional.of("certificateDomainRestored");
        }

        @Override
        public void undo(Effect effect, String objectId) {
            Domain domain = new Domain(effect.part());
            if (!isAsBefore(effect)) {
                change.changeDomain(effect.orderNumber(), domain, !change.isAdded(effect.orderNumber(), domain));
            }
        }

        private boolean isAsBefore(Effect effect) {
            Domain domain = new Domain(effect.part());
            boolean former = !change.isAdded(effect.orderNumber(), domain);
            return change.findDomain(effect.orderNumber(), domain, former).isPresent();
        }
    }

    @Component
    static class RestoreAdministrator implements UndoableStep {
        private final CertificatesChange change;

        RestoreAdministrator(CertificatesChange change) {
            this.change = change;
        }

        @Override
        public String step() {
            return ChangeAdministratorsDelegate.STEP;
        }

        @Override
        public Optional<String> find(Effect effect) {
            return Optional.of(effect.reference());
        }

        @Override
        public Optional<String> event() {
            return Optional.empty();
        }

        @Override
        public Optional<String> consequence() {
            return Optional.of("administratorRestored");
        }

        @Override
        public void undo(Effect effect, String objectId) {
            NamedAdministrator administrator =
                    change.changingAdministrators(effect.orderNumber()).get(Integer.parseInt(effect.part()));
            boolean former = !change.isAdded(effect.orderNumber(), administrator);
            if (change.findAdministrator(effect.orderNumber(), administrator, former)
                    .isEmpty()) {
                change.changeAdministrator(effect.orderNumber(), administrator, former);
            }
        }
    }
}
