package be.belnet.orderdesk.failure.process;

import be.belnet.orderdesk.failure.FailedStep;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells in words what failed, and what is known of it. */
@Component
class FailureWords {
    /** More than these are a matter for the list of failed steps. */
    private static final int SHOWN = 8;

    private final Effects effects;
    private final OrderFile orders;
    private final OrderProcess process;
    private final MessageSource messages;

    FailureWords(Effects effects, OrderFile orders, OrderProcess process, MessageSource messages) {
        this.effects = effects;
        this.orders = orders;
        this.process = process;
        this.messages = messages;
    }

    Map<String, String> of(String failure, List<FailedStep> steps, Locale locale) {
        return Map.of(
                "failureNumber", failure,
                "count", Integer.toString(steps.size()),
                "words", steps.stream().map(FailedStep::words).findFirst().orElse("–"),
                "steps", lines(steps, locale));
    }

    /** Order, customer, step. */
    String line(FailedStep step, Locale locale) {
        String customer = orders.find(step.orderNumber())
                .map(Order::acronym)
                .map(acronym -> " (" + acronym + ")")
                .orElse("");
        return step.orderNumber() + customer + " · " + say("step." + step.activity(), step.activity(), locale);
    }

    private String lines(List<FailedStep> steps, Locale locale) {
        String shown = steps.stream()
                .limit(SHOWN)
                .map(step -> line(step, locale) + " · " + known(step, locale) + leaving(step, locale))
                .collect(Collectors.joining("\n"));
        return steps.size() <= SHOWN ? shown : shown + "\n…";
    }

    private String known(FailedStep step, Locale locale) {
        if (step.isUndoing()) {
            return say("effect.toUndo", "–", locale, toUndo(step));
        }
        Optional<Effect> effect = effects.find(step.orderNumber(), step.effect());
        return effect.map(of -> say("effect." + of.state().name(), of.state().name(), locale, of.attempts()))
                .orElseGet(() -> say("effect.none", "–", locale));
    }

    /** All that "by hand" would say to be gone, be it that one partner alone has failed. */
    private String toUndo(FailedStep step) {
        return effects.toUndo(step.orderNumber()).stream()
                .map(effect -> "%s (%s)".formatted(effect.partner(), effect.reference()))
                .collect(Collectors.joining(" · "));
    }

    private String leaving(FailedStep step, Locale locale) {
        return orders.find(step.orderNumber())
                .filter(order -> !step.isUndoing())
                .map(order -> "\n" + say("failure.cancelling", "–", locale, consequences(order, locale)))
                .orElse("");
    }

    private String consequences(Order order, Locale locale) {
        return process.consequences(order.number()).stream()
                .map(one -> say("leaving." + one.key(), one.key(), locale, one.reference()))
                .collect(Collectors.joining(" · "));
    }

    private String say(String key, String otherwise, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, otherwise, locale);
    }
}
