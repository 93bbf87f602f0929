package be.belnet.orderdesk.workflow;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A routing variable: its name and type in one constant. Variables hold references and routing facts, nothing about
 * people.
 *
 * @param type String, Boolean, Integer or Long
 */
public record ProcessVariable<T>(String name, Class<T> type) {
    /**
     * The value, or null while none is set.
     *
     * @throws ClassCastException when the engine holds a value of another type
     */
    public T get(VariableScope scope) {
        return type.cast(scope.getVariable(name));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
