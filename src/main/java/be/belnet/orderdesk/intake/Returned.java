package be.belnet.orderdesk.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a report of a mail server tells of the mail that it is about. */
final class Returned {
    private static final Pattern REPORT = Pattern.compile("(?i)report-type\\s*=\\s*\"?([a-z-]+)");
    private static final Pattern ORIGINAL = Pattern.compile("(?im)^message-id:\\s*(<[^<>\\s\\p{Cc}\\p{Z}]{1,250}>)");
    private static final Pattern OURS = Pattern.compile("<correspondence-[0-9a-f-]{36}@orderdesk\\.belnet\\.be>");
    private static final Pattern ACTION = Pattern.compile("(?im)^action:\\s*(\\w+)");
    private static final String DELIVERY = "delivery-status";

    private final List<String> originals = new ArrayList<>();
    private String report;
    private boolean failed;
    private boolean told;

    /** @param type of a part that has parts */
    void note(String type, String whole) {
        if (type.equals("multipart/report") && report == null) {
            var kind = REPORT.matcher(whole == null ? "" : whole);
            report = kind.find() ? kind.group(1).toLowerCase(Locale.ROOT) : DELIVERY;
        }
    }

    boolean isReport() {
        return report != null;
    }

    void add(String type, String words) {
        if (type.equals("message/delivery-status")) {
            told = true;
            failed |= ACTION.matcher(words).results().anyMatch(action -> action.group(1)
                    .equalsIgnoreCase("failed"));
        }
        ids(words).forEach(originals::add);
    }

    /** A receipt, or a mail that is only late, is no mail that came back. */
    Origin origin() {
        return report.equals(DELIVERY) && (failed || !told) ? Origin.MAIL_SERVER : Origin.MACHINE;
    }

    /** Message-IDs of what came back, the likeliest first. */
    List<String> with(List<String> references, String text) {
        return Stream.of(originals.stream(), ids(text), references.stream())
                .flatMap(one -> one)
                .distinct()
                .limit(20)
                .toList();
    }

    private static Stream<String> ids(String words) {
        return Stream.concat(
                ORIGINAL.matcher(words).results().map(found -> found.group(1)),
                OURS.matcher(words).results().map(MatchResult::group));
    }
}
