package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.DomainMails;
import be.belnet.orderdesk.dcs.Migrations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the customer the link to the page of its domains, unless nothing is left for it to do. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class TellCustomerDelegate implements JavaDelegate {
    private final CertificateDomains domains;
    private final Migrations migrations;
    private final Authorities authorities;
    private final DomainMails mails;

    TellCustomerDelegate(
            CertificateDomains domains, Migrations migrations, Authorities authorities, DomainMails mails) {
        this.domains = domains;
        this.migrations = migrations;
        this.authorities = authorities;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String file = execution.getProcessBusinessKey();
        if (domains.of(file).stream().anyMatch(domain -> domain.state().isOpen())) {
            mails.tell(file, formerAuthority(file));
        }
    }

    private String formerAuthority(String file) {
        return migrations
                .find(file)
                .map(migration -> authorities.name(migration.formerAuthority()))
                .orElse(null);
    }
}
