package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.CertificatesChange;
import be.belnet.orderdesk.dcs.NamedAdministrator;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Has the CA invite new administrators and takes the organisation away from others: an effect of its own for each, looked up
 * before. Their places stand for them, for effects hold nothing personal. Safe to repeat.
 */
@Component
class ChangeAdministratorsDelegate implements JavaDelegate {
    static final String STEP = "changeAdministrators";

    private final CertificatesChange change;
    private final Effects effects;

    ChangeAdministratorsDelegate(CertificatesChange change, Effects effects) {
        this.change = change;
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        if (change.isAtAuthority(number)) {
            List<NamedAdministrator> all = change.changingAdministrators(number);
            for (int place = 0; place < all.size(); place++) {
                change(number, all.get(place), place);
            }
        }
    }

    private void change(String number, NamedAdministrator administrator, int place) {
        boolean wanted = change.isAdded(number, administrator);
        try {
            String id = effects.onceUnlessEarlier(
                    number,
                    change.authority(number),
                    Effect.step(STEP, Integer.toString(place)),
                    () -> change.findAdministrator(number, administrator, wanted),
                    () -> change.changeAdministrator(number, administrator, wanted));
            change.keep(
                    number, wanted ? "administratorInvited" : "administratorTakenAway", Map.of("administrator", id));
        } catch (PartnerRefusedException no) {
            change.noteRefusal(number, "administratorChangeRefused", no.getMessage());
            throw new BpmnError("AdministratorChangeRefused", no.getMessage());
        }
    }
}
