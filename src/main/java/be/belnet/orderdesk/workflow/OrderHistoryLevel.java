package be.belnet.orderdesk.workflow;

import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * What the engine remembers: activities, tasks, who did what, incidents and jobs that failed, but no variable ever. The
 * level cannot change later, so it is this one from the first database on.
 */
class OrderHistoryLevel extends HistoryLevelActivity {
    @Override
    public int getId() {
        return 42;
    }

    @Override
    public String getName() {
        return "orderdesk";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return super.isHistoryEventProduced(type, entity)
                || type == HistoryEventTypes.USER_OPERATION_LOG
                || type.getEntityType().equals("incident")
                || type == HistoryEventTypes.JOB_FAIL;
    }
}
