package be.belnet.orderdesk.intake.process;

import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import be.belnet.orderdesk.intake.MailRules;
import be.belnet.orderdesk.models.Table;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;

/** The tables as they stand in the repository, asked without the rest of the engine. */
public final class TableRules {
    private static final Map<String, Table> TABLES = new ConcurrentHashMap<>();

    private TableRules() {}

    public static MailRules read() {
        DecisionService decisions = mock(DecisionService.class);
        when(decisions.evaluateDecisionTableByKey(anyString(), anyMap())).thenAnswer(call -> TABLES.computeIfAbsent(
                        call.getArgument(0), table -> Table.read("shared/" + table + ".dmn"))
                .answer(call.getArgument(1)));
        return new MailDecisions(decisions);
    }
}
