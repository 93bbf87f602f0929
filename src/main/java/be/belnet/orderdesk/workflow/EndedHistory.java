package be.belnet.orderdesk.workflow;

import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceManager;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;

/** Tells the rows that an ended process left when to go, in those tables alone that {@link OrderHistoryLevel} has rows in. */
class EndedHistory extends HistoricProcessInstanceManager {
    private static final Set<String> ROWS = Stream.of(
                    HistoricActivityInstanceEventEntity.class,
                    HistoricTaskInstanceEventEntity.class,
                    UserOperationLogEntryEventEntity.class,
                    HistoricIncidentEventEntity.class,
                    HistoricJobLogEventEntity.class,
                    ByteArrayEntity.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public void addRemovalTimeToProcessInstancesByRootProcessInstanceId(String root, Date removalTime) {
        addRemovalTimeToProcessInstancesByRootProcessInstanceId(root, removalTime, null, ROWS);
    }

    static class OfDecisions extends HistoricDecisionInstanceManager {
        @Override
        public void addRemovalTimeToDecisionsByRootProcessInstanceId(String root, Date removalTime) {
            // there are none
        }
    }
}
