package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.PLACE;

import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomains;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Tells the process of a domain what has come about. One that does not wait for it goes on undisturbed. */
@Component
class DomainMessages {
    private static final String VALIDATION = "dcs-domain-validation";

    private final CertificateDomains domains;
    private final RuntimeService processes;

    DomainMessages(CertificateDomains domains, RuntimeService processes) {
        this.domains = domains;
        this.processes = processes;
    }

    /** @return whether somebody listened */
    boolean tell(CertificateDomain domain, String message) {
        return tell(domain, message, Map.of());
    }

    boolean tell(CertificateDomain domain, String message, Map<String, Object> variables) {
        return domains.process(domain)
                .or(() -> starting(domain))
                .map(process -> tell(process, message, variables))
                .orElse(false);
    }

    /** What has not started the validation yet is known by its file and place alone. */
    private Optional<String> starting(CertificateDomain domain) {
        return Optional.ofNullable(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(VALIDATION)
                        .processInstanceBusinessKey(domain.orderNumber())
                        .variableValueEquals(PLACE.name(), domain.place())
                        .singleResult())
                .map(ProcessInstance::getId);
    }

    private boolean tell(String process, String message, Map<String, Object> variables) {
        EventSubscription listening = processes
                .createEventSubscriptionQuery()
                .processInstanceId(process)
                .eventType("message")
                .eventName(message)
                .singleResult();
        if (listening != null) {
            processes.messageEventReceived(message, listening.getExecutionId(), variables);
        }
        return listening != null;
    }
}
