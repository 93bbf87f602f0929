package be.belnet.orderdesk.bams.process;

import static be.belnet.orderdesk.bams.process.BamsVariables.TECHNICAL_ADVICE_NEEDED;

import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.MailDomains;
import be.belnet.orderdesk.bams.Needs;
import be.belnet.orderdesk.bams.NeedsReader;
import be.belnet.orderdesk.bams.Tariff;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The account manager determines what exactly is needed; completing sends the contract, unless advice comes first. */
@Component
class DetermineNeedsForm implements TaskForm {
    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final NeedsReader reader;
    private final BamsFacts facts;

    DetermineNeedsForm(OrderFile orders, BamsOrders bamsOrders, NeedsReader reader, BamsFacts facts) {
        this.orders = orders;
        this.bamsOrders = bamsOrders;
        this.reader = reader;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "determine-needs";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    /** The preview shows what stands in the fields now; an address has no room for line breaks and its own signs. */
    @Override
    public Map<String, String> templates(FormContext context) {
        String fields = Stream.of("mailboxes", "cpus", "package", "trialDays", "priceLine")
                        .map(field -> "%1$s={{if %1$s = null then \"\" else string(%1$s)}}&".formatted(field))
                        .collect(Collectors.joining())
                + "addOns={{if addOns = null then \"\" else string join(addOns, \",\")}}&"
                + "mailDomains={{if mailDomains = null then \"\" else replace(replace(mailDomains, "
                + "\"[^A-Za-z0-9\u00a1-\ud7ff .,;:_@/()\\r\\n-]\", \"_\"), \"[\\r\\n]+\", \"~\")}}";
        return Map.of("contractPreviewUrl", "/orders/" + context.orderNumber() + "/preview/contract?" + fields);
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        return Map.of(
                "priceLine",
                reader.priceLines().stream().map(DetermineNeedsForm::option).toList());
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        Needs known = bamsOrders.get(context.orderNumber()).needs();
        return known == null ? Map.of("package", "base", "trialDays", 0) : values(known);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        Needs needs = reader.read(answers);
        boolean adviceNeeded = answers.flag("technicalAdviceNeeded", false);
        bamsOrders.keepNeeds(context.orderNumber(), needs);
        orders.record(context.orderNumber(), "needsDetermined", Map.of("priceLine", needs.priceLine()));
        return Map.of(TECHNICAL_ADVICE_NEEDED.name(), adviceNeeded);
    }

    private Map<String, Object> values(Needs needs) {
        Map<String, Object> values = new HashMap<>(reader.chosen(needs));
        values.put("mailDomains", MailDomains.write(needs.domains()));
        values.put("mailboxes", needs.mailboxes());
        values.put("package", needs.servicePackage());
        values.put("addOns", List.copyOf(needs.addOns()));
        values.put("trialDays", needs.trialDays());
        return values;
    }

    private static Option option(Tariff.Line line) {
        return new Option(
                line.code(),
                "%s · € %s".formatted(line.code(), line.euroPerYear().toPlainString()));
    }
}
