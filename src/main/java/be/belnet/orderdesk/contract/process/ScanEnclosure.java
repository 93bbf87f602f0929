package be.belnet.orderdesk.contract.process;

import be.belnet.orderdesk.contract.TaskScans;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.FormEnclosure;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The scan that somebody put beside a form goes into the order file with the answers. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ScanEnclosure implements FormEnclosure {
    private final TaskScans scans;
    private final Set<String> formsWithScan;

    ScanEnclosure(TaskScans scans, List<TaskForm> forms) {
        this.scans = scans;
        this.formsWithScan = forms.stream()
                .filter(form -> form.scan() != null)
                .map(TaskForm::name)
                .collect(Collectors.toSet());
    }

    @Override
    public void keep(String form, FormContext context, Answers answers) {
        if (formsWithScan.contains(form)) {
            scans.file(context.taskId());
        }
    }
}
