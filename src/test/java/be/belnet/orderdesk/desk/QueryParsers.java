package be.belnet.orderdesk.desk;

import static be.belnet.orderdesk.fuzz.Parser.requireLine;

import be.belnet.orderdesk.fuzz.Parser;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What reads the addresses of pages and of the API. */
public final class QueryParsers {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private QueryParsers() {}

    public static List<Parser> all() {
        return List.of(
                query("query of the notice calculator", values -> NoticeQuestion.of(values)
                                .read(moment -> moment.atZone(BRUSSELS).toLocalDate()))
                        .like(
                                "service=BAMS&state=contract&channel=registered_letter&contractStart=2024-02-29&notifiedOn=2026-11-27")
                        .like(
                                "service=DCS&state=contract&contractStart=2025-01-01&notifiedOn=2026-11-27T10:00:00+01:00&wish=2027-01-01"),
                query("query of domains", values -> {
                            var filter = DomainFilter.of(values);
                            requireLine("address", filter.with("page", "2").at("/dcs/domains"));
                            filter.read(List.of("sectigo", "harica"), word -> word.toUpperCase(Locale.ROOT));
                        })
                        .like(
                                "q=a.example&state=waiting&actor=customer&authority=sectigo&before=2026-11-27&sort=laggards&page=3"),
                query("query of subscriptions", values -> {
                            var filter = SubscriptionFilter.of(values);
                            requireLine("address", filter.at("/subscriptions"));
                            filter.read();
                        })
                        .like("q=kbr&service=BAMS&state=active&page=0"),
                query("query of differences", values -> {
                            var filter = ReconciliationFilter.of(values);
                            requireLine("address", filter.page(1));
                            filter.read(List.of("licences", "appliances"));
                        })
                        .like("state=open&part=licences&q=x&page=1"),
                query("query of feedback", values -> {
                            var filter = FeedbackFilter.of(values);
                            requireLine("address", filter.page(1));
                            filter.read();
                        })
                        .like("service=DCS&from=2026-01-01&until=2026-12-31&page=0"),
                Parser.ofText("key of a start", key -> requireLine("key", IdempotencyKey.read(key)))
                        .weighing(250)
                        .refusingBy(AnswersRefusedException.class)
                        .like("4d1f7e0a-0001"),
                Parser.ofText("free text", text -> FreeText.read("reason", text, 2000))
                        .weighing(80)
                        .refusingBy(AnswersRefusedException.class)
                        .like("Because\r\nof this\t.", "\uD83D\uDE00"));
    }

    private interface Query {
        void of(Map<String, String> values);
    }

    private static Parser query(String name, Query query) {
        return Parser.ofText(name, text -> query.of(values(text)))
                .weighing(30)
                .refusingBy(AnswersRefusedException.class);
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int end = pair.indexOf('=');
            values.put(end < 0 ? pair : pair.substring(0, end), end < 0 ? "" : pair.substring(end + 1));
        }
        return values;
    }
}
