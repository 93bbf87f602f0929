package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomains;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives up the domains of a file that is left. Safe to repeat: those that are settled stay as they are. */
@Component
class CloseDomainsDelegate implements JavaDelegate {
    private final CertificateDomains domains;

    CloseDomainsDelegate(CertificateDomains domains) {
        this.domains = domains;
    }

    @Override
    public void execute(DelegateExecution execution) {
        domains.of(execution.getProcessBusinessKey()).stream()
                .filter(domain -> domain.state().isOpen())
                .forEach(domain ->
                        domains.enter(domain, domain.state().isOpenForWildcard() ? State.VALIDATED : State.GIVEN_UP));
    }
}
