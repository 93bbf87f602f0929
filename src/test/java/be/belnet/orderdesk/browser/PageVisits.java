package be.belnet.orderdesk.browser;

import static be.belnet.orderdesk.browser.PageVisit.document;
import static be.belnet.orderdesk.browser.PageVisit.refused;

import java.util.List;
import java.util.Map;

/** Every page there is, each by whom it is for and with something on it. A new page is one more line here. */
class PageVisits {
    /** Handlers that show no page of ours, with the reason. */
    static final Map<String, String> NONE = Map.ofEntries(
            Map.entry("/", "leads to Tasklist"),
            Map.entry("/error", "is what other addresses end in, see below"),
            Map.entry("/desk/figures/stuck.csv", "a file"),
            Map.entry("/desk/figures/standing.csv", "a file"),
            Map.entry("/desk/figures/deliveries.csv", "a file"),
            Map.entry("/desk/figures/failures.csv", "a file"),
            Map.entry("/desk/figures/campaigns.csv", "a file"),
            Map.entry("/desk/figures/steps.csv", "a file"),
            Map.entry("/domains/{token}/records.zone", "a file"),
            Map.entry("/orders/{number}/file.zip", "a file"));

    private PageVisits() {}

    static List<PageVisit> all(PageSamples there) {
        String order = "/orders/" + there.order();
        String migration = "/orders/" + there.migration();
        return List.of(
                new PageVisit("/login", null, "/login"),
                new PageVisit("/login", null, "/login?error"),
                new PageVisit("/login", null, "/login?logout"),
                new PageVisit("/error", "desk1", "/nothing-here"),
                new PageVisit("/error", "desk1", "/feedback"),
                new PageVisit("/error", "desk1", "/orders?page=x"),
                new PageVisit("/orders", "desk1", "/orders"),
                new PageVisit("/orders", "desk1", "/orders?q=nobody-at-all&state=open"),
                new PageVisit("/orders/{number}", "relations1", order + "?task=" + there.task()),
                new PageVisit("/orders/{number}", "auditor1", order),
                new PageVisit("/orders/{number}", "relations1", "/orders/" + there.waiting()),
                new PageVisit("/orders/{number}", "manager1", "/orders/" + there.termination()),
                new PageVisit("/orders/{number}", "manager1", "/orders/" + there.failed()),
                new PageVisit("/orders/{number}", "manager1", "/orders/" + there.completed()),
                new PageVisit("/orders/{number}", "manager1", migration),
                new PageVisit("/orders/{number}", "manager1", "/orders/" + there.change()),
                new PageVisit("/orders/{number}/file", "auditor1", order + "/file"),
                new PageVisit("/desk/order-file", "relations1", "/desk/order-file?task=" + there.task()),
                refused("/orders/{number}", "relations1", order, "form[action$='/notes']", ""),
                refused("/orders/{number}", "relations1", order, "form[action$='/mails']", ""),
                refused("/orders/{number}", "relations1", order, "form[action$='/documents']", ""),
                refused("/orders/{number}", "relations1", order, "form[action$='/waiting']", ""),
                refused("/orders/{number}", "manager1", order, "form[action$='/withdrawal']", ""),
                refused("/orders/{number}", "manager1", order, "form[action$='/cancellation']", ""),
                refused(
                        "/orders/{number}",
                        "manager1",
                        "/orders/" + there.termination(),
                        "form[action$='/end-date']",
                        ""),
                document("/orders/{number}/mails/{id}", "desk1", order + "/mails/" + there.mail()),
                new PageVisit(
                        "/orders/{number}/preview/contract", "relations1", order + "/preview/contract?mailboxes=-1"),
                new PageVisit("/partners", "operations1", "/partners"),
                refused("/partners", "operations1", "/partners", "form[action$='/pause']", ""),
                new PageVisit("/reconciliation", "operations1", "/reconciliation"),
                new PageVisit("/reconciliation", "auditor1", "/reconciliation?page=x"),
                new PageVisit("/absences", "relations1", "/absences"),
                refused("/absences", "manager1", "/absences", "form.panel", ""),
                new PageVisit("/absences/{id:\\d{1,18}}", "manager1", there.absence()),
                new PageVisit("/handover", "manager1", "/handover?former=relations1&colleague=relations2"),
                new PageVisit("/handover", "manager1", "/handover?former=relations1&colleague=operations1"),
                new PageVisit("/settings", "desk1", "/settings"),
                new PageVisit("/notice", "desk1", "/notice"),
                new PageVisit(
                        "/notice",
                        "desk1",
                        "/notice?service=BAMS&state=contract&notifiedOn=2026-11-02&contractStart=2024-02-29&channel=MAIL"),
                new PageVisit("/notice", "desk1", "/notice?service=BAMS&state=contract&notifiedOn=someday"),
                new PageVisit("/customers", "desk1", "/customers"),
                new PageVisit("/customers", "manager1", "/customers?q=nobody-at-all"),
                new PageVisit("/customers/{acronym}", "desk1", "/customers/" + there.customer()),
                new PageVisit("/customers/import", "manager1", "/customers/import"),
                refused("/customers/import", "manager1", "/customers/import", "form.panel", ""),
                new PageVisit("/customers/import/{id}", "manager1", there.customerImport()),
                new PageVisit("/customers/import/{id}", "manager1", there.runningImport()),
                new PageVisit("/customers/merges", "manager1", "/customers/merges"),
                new PageVisit("/customers/merges", "manager1", there.mergePreview()),
                new PageVisit("/customers/merges", "manager1", "/customers/merges?leaving=NOBODY&remaining=NOBODY"),
                new PageVisit("/customers/merges/{id:\\d{1,18}}", "manager1", there.merge()),
                refused(
                        "/customers/merges/{id:\\d{1,18}}",
                        "manager1",
                        there.merge(),
                        "form[action$='/rejection']",
                        ""),
                new PageVisit("/subscriptions", "manager1", "/subscriptions"),
                new PageVisit("/subscriptions", "manager1", "/subscriptions?q=nobody-at-all"),
                new PageVisit(
                        "/subscriptions/subscriptions.csv", "manager1", "/subscriptions/subscriptions.csv?page=x"),
                new PageVisit("/subscriptions/{id:\\d{1,18}}", "relations1", "/subscriptions/" + there.subscription()),
                new PageVisit("/subscriptions/import", "manager1", "/subscriptions/import"),
                refused("/subscriptions/import", "manager1", "/subscriptions/import", "form.panel", ""),
                new PageVisit("/subscriptions/import/{id:\\d{1,18}}", "manager1", there.subscriptionImport()),
                new PageVisit("/subscriptions/invoicing", "relations1", "/subscriptions/invoicing"),
                new PageVisit(
                        "/subscriptions/invoicing.csv",
                        "relations1",
                        "/subscriptions/invoicing.csv?from=2026-02-01&to=2026-01-01"),
                new PageVisit("/dcs/domains", "relations1", "/dcs/domains"),
                new PageVisit("/dcs/domains", "relations1", "/dcs/domains?before=2999-01-01"),
                new PageVisit("/dcs/domains", "relations1", "/dcs/domains?q=nobody-at-all"),
                new PageVisit("/dcs/domains.csv", "relations1", "/dcs/domains.csv?before=x"),
                new PageVisit("/dcs/domains/progress", "relations1", "/dcs/domains/progress"),
                new PageVisit("/audit", "auditor1", "/audit"),
                new PageVisit("/audit", "manager1", "/audit?until=1999-01-01"),
                new PageVisit("/audit.csv", "auditor1", "/audit.csv?from=x"),
                new PageVisit("/feedback", "manager1", "/feedback"),
                new PageVisit("/feedback", "manager1", "/feedback?until=1999-01-01"),
                new PageVisit("/feedback.csv", "manager1", "/feedback.csv?from=x"),
                new PageVisit("/privacy/{service:bams|dcs}", null, "/privacy/bams?lang={lang}"),
                new PageVisit("/privacy/{service:bams|dcs}", null, "/privacy/dcs?lang={lang}"),
                new PageVisit("/privacy/record", "manager1", "/privacy/record"),
                new PageVisit("/privacy/retention", "manager1", "/privacy/retention"),
                new PageVisit("/privacy/requests", "desk1", "/privacy/requests"),
                new PageVisit("/privacy/requests/{number}", "desk1", "/privacy/requests/" + there.dataRequest()),
                new PageVisit("/domains/{token}", null, there.domainLink() + "?lang={lang}&done=published&at=1"),
                new PageVisit("/domains/{token}", null, there.domainLink() + "?lang={lang}&done=refused"),
                new PageVisit("/domains/{token}", null, there.expired(there.domainLink()) + "?lang={lang}"),
                refused("/domains/{token}", null, there.expired(there.domainLink()) + "?lang={lang}", "main form", ""),
                new PageVisit("/domains/{token}", null, "/domains/nobody"),
                new PageVisit("/follow/{token}", null, there.followLink() + "?lang={lang}&done=scan"),
                refused("/follow/{token}", null, there.followLink() + "?lang={lang}", "form[action*='/scan']", ""),
                new PageVisit("/follow/{token}", null, there.expired(there.followLink()) + "?lang={lang}"),
                new PageVisit("/follow/{token}", null, "/follow/nobody"),
                new PageVisit("/follow/contact/{token}", null, there.confirmLink() + "?lang={lang}"),
                new PageVisit("/useful/{token}", null, there.usefulLink() + "?lang={lang}"),
                new PageVisit("/useful/{token}", null, there.usefulLink() + "?lang={lang}&done=kept"),
                refused("/useful/{token}", null, there.usefulLink() + "?lang={lang}", "main form", ""),
                new PageVisit("/useful/{token}", null, there.expired(there.usefulLink())),
                new PageVisit("/useful/{token}", null, "/useful/nobody"));
    }
}
