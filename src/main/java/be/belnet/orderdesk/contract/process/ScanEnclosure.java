package be.belnet.orderdesk.contract.process;

import be.belnet.orderdesk.contract.TaskScans;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.FormEnclosure;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The scan that somebody put beside a form goes into the order file with the answers. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ScanEnclosure implements FormEnclosure {
    private final TaskScans scans;

    ScanEnclosure(TaskScans scans) {
        this.scans = scans;
    }

    @Override
    public void keep(String form, FormContext context, Answers answers) {
        scans.file(context.taskId());
    }
}
