package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DcsVariables.DOMAIN_COUNT;

import be.belnet.orderdesk.dcs.CertificatesEnd;
import be.belnet.orderdesk.termination.ServiceEnd;
import java.util.List;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes down which domains are taken away on the day. Safe to repeat: what is written down stays. */
@Component
class GatherDomainsDelegate implements JavaDelegate {
    private final CertificatesEnd certificates;
    private final ServiceEnd end;

    GatherDomainsDelegate(CertificatesEnd certificates, ServiceEnd end) {
        this.certificates = certificates;
        this.end = end;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        end.begin(number);
        List<String> files = certificates.filesInTheWay(number);
        if (!files.isEmpty()) {
            certificates.noteFilesInTheWay(number, files);
            throw new BpmnError("DomainsInUse");
        }
        DOMAIN_COUNT.set(execution, certificates.gather(number));
    }
}
