package be.belnet.orderdesk.bams.process;

import static be.belnet.orderdesk.bams.process.BamsVariables.EXTENSION_DECISION;

import be.belnet.orderdesk.bams.LicenceExtension;
import be.belnet.orderdesk.bams.LicenceExtensions;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.ordering.Troubles;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.time.WrittenDates;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Service operations buys the extension of a licence, or sees to one that Fortinet refused. */
@Component
class SettleLicenceExtensionForm implements TaskForm {
    private static final String DISTRIBUTOR = "trouble.extensionThroughDistributor";
    private static final String REFUSED = "trouble.extensionRefused";

    private final LicenceExtensions extensions;
    private final Subscriptions subscriptions;
    private final OrderFacts facts;
    private final Troubles troubles;
    private final Effects effects;
    private final MessageSource messages;

    SettleLicenceExtensionForm(
            LicenceExtensions extensions,
            Subscriptions subscriptions,
            OrderFacts facts,
            Troubles troubles,
            Effects effects,
            MessageSource messages) {
        this.extensions = extensions;
        this.subscriptions = subscriptions;
        this.facts = facts;
        this.troubles = troubles;
        this.effects = effects;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "settle-licence-extension";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        LicenceExtension extension = extensions.get(context.orderNumber());
        Subscription subscription = subscriptions.get(extension.subscriptionId());
        Map<String, String> known = new HashMap<>(facts.of(context));
        known.put("serial", extension.licence().serialNumber());
        known.put("endsOn", WrittenDates.day(extension.endsOn(), context.locale()));
        known.put("contract", OrderFacts.known(subscription.agreement().contractNumber()));
        known.put("trouble", trouble(context, extension));
        return known;
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of(
                "licenceEndsOn",
                extensions.get(context.orderNumber()).wantedUntil().toString());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        LicenceExtension extension = extensions.get(context.orderNumber());
        String decided = answers.text(EXTENSION_DECISION.name());
        switch (decided) {
            case "extended" -> extensions.keep(extension.file(), newEnd(extension, answers, context.locale()));
            case "tryAgain" -> tryAgain(extension);
            default -> extensions.leave(extension.file(), answers.reason());
        }
        return Map.of(EXTENSION_DECISION.name(), decided);
    }

    private void tryAgain(LicenceExtension extension) {
        if (extension.throughDistributor()) {
            throw new AnswersRefusedException(EXTENSION_DECISION.name(), "form.error.nothingToTryAgain");
        }
        effects.allowAgain(extension.file(), ExtendLicenceDelegate.STEP);
    }

    private static LocalDate newEnd(LicenceExtension extension, Answers answers, Locale locale) {
        LocalDate end = answers.requiredDate("licenceEndsOn");
        if (!end.isAfter(extension.endsOn())) {
            throw new AnswersRefusedException(
                    "licenceEndsOn", "form.error.noLater", WrittenDates.day(extension.endsOn(), locale));
        }
        return end;
    }

    private String trouble(FormContext context, LicenceExtension extension) {
        return extension.throughDistributor()
                ? messages.getMessage(DISTRIBUTOR, null, context.locale())
                : messages.getMessage(
                        REFUSED,
                        new Object[] {
                            troubles.latest(context, "extensionRefused").orElse(OrderFacts.UNKNOWN)
                        },
                        context.locale());
    }
}
