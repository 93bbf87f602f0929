package be.belnet.orderdesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelNeedsTest {
    @Test
    void delegatesAndListenersAreBeans() {
        ModelNeeds names = ModelNeeds.of("""
                <serviceTask camunda:delegateExpression="${orderLicenceDelegate}" />
                <camunda:executionListener delegateExpression="${cancelOrderDelegate}" event="start" />""");
        assertThat(names.beans()).containsExactly("cancelOrderDelegate", "orderLicenceDelegate");
    }

    @Test
    void whatHasMethodsIsABeanUnlessTheEngineGivesIt() {
        ModelNeeds names = ModelNeeds.of("""
                <userTask camunda:dueDate="${openingDays.dueIn(1)}" />
                <conditionExpression>${execution.getVariable('a.b(') == 'x' ? days.of(execution) : y}</conditionExpression>""");
        assertThat(names.beans()).containsExactly("days", "openingDays");
    }

    @Test
    void variablesAreNoBeans() {
        assertThat(ModelNeeds.of("<c>${contractSigned == true}</c><userTask camunda:assignee=\"${accountManager}\" />")
                        .beans())
                .isEmpty();
    }

    @Test
    void formsGoByTheirFiles() {
        ModelNeeds names = ModelNeeds.of("""
                <userTask camunda:formKey="camunda-forms:/forms/hold-meeting/${task.id}" />
                <startEvent camunda:formKey="camunda-forms:/forms/order-received" />""");
        assertThat(names.forms()).containsExactly("hold-meeting", "order-received");
        assertThat(names.beans()).isEmpty();
    }
}
