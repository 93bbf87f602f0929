package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.desk.PartnersView.FailureLine;
import be.belnet.orderdesk.desk.PartnersView.PartnerLine;
import be.belnet.orderdesk.desk.PartnersView.PauseLine;
import be.belnet.orderdesk.desk.PartnersView.StepLine;
import be.belnet.orderdesk.failure.FailedStep;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.partner.PartnerPause;
import be.belnet.orderdesk.workflow.Effects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells how partners are, in words. */
@Component
class PartnerViews {
    private final PartnerDesk desk;
    private final OrderFile orders;
    private final Effects effects;
    private final Wording wording;

    PartnerViews(PartnerDesk desk, OrderFile orders, Effects effects, Wording wording) {
        this.desk = desk;
        this.orders = orders;
        this.effects = effects;
        this.wording = wording;
    }

    PartnersView of(Locale locale) {
        List<PartnerPause> pauses = desk.pauses();
        return new PartnersView(
                desk.names().stream().map(name -> partner(name, pauses, locale)).toList(),
                desk.failed().entrySet().stream()
                        .map(failure -> failure(failure, locale))
                        .toList());
    }

    /** What everybody should know at once: who is paused, and that something waits for a decision. */
    List<String> notices(Locale locale) {
        Stream<String> paused = desk.pauses().stream()
                .map(pause -> wording.value(
                        "partners.notice.paused",
                        locale,
                        pause.partner(),
                        wording.moment(pause.until(), locale),
                        pause.reason()));
        int failed = desk.failed().values().stream().mapToInt(List::size).sum();
        Stream<String> waiting =
                failed == 0 ? Stream.empty() : Stream.of(wording.value("partners.notice.failed", locale, failed));
        return Stream.concat(paused, waiting).toList();
    }

    private PartnerLine partner(String name, List<PartnerPause> pauses, Locale locale) {
        return new PartnerLine(
                name,
                pauses.stream()
                        .filter(pause -> pause.partner().equals(name))
                        .map(pause -> new PauseLine(
                                wording.moment(pause.until(), locale), pause.reason(), wording.person(pause.by())))
                        .findFirst()
                        .orElse(null));
    }

    private FailureLine failure(Map.Entry<String, List<FailedStep>> failure, Locale locale) {
        return new FailureLine(
                failure.getKey(),
                failure.getValue().get(0).words(),
                desk.task(failure.getKey()).map(Tasklist::link).orElse(null),
                failure.getValue().stream().map(step -> step(step, locale)).toList());
    }

    private StepLine step(FailedStep step, Locale locale) {
        Optional<Order> order = orders.find(step.orderNumber());
        return new StepLine(
                step.orderNumber(),
                order.isPresent(),
                order.map(Order::acronym).orElse(null),
                wording.step(step.activity(), locale),
                effects.find(step.orderNumber(), step.effect())
                        .map(effect -> wording.value("effect." + effect.state().name(), locale, effect.attempts()))
                        .orElseGet(() -> wording.value("effect.none", locale)),
                wording.moment(step.failedAt(), locale));
    }
}
