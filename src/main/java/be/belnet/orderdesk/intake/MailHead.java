package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.correspondence.PlainText;
import be.belnet.orderdesk.order.Sha256;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The head of a mail, broken or not. */
record MailHead(MimeMessage message) {
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s\\p{Cc}\\p{Z}]{1,250}>");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cc}\\p{Cf}\\p{Z}<>@\",;:]{1,64}@[^\\s\\p{Cc}\\p{Cf}\\p{Z}<>@\",;:]{1,189}");
    private static final Pattern FORWARDED = Pattern.compile("(?iu)^\\s*(?:fwd?|tr|wg|doorst|doorgestuurd|rv)\\s*:.*");
    private static final Pattern OWN = Pattern.compile("<correspondence-[0-9a-f-]{36}@orderdesk\\.belnet\\.be>");
    private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");
    private static final Set<String> MAIL_SERVERS = Set.of("mailer-daemon", "postmaster");
    private static final List<String> OF_MACHINES = List.of(
            "X-Auto-Response-Suppress", "List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "Feedback-ID");
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 254;
    private static final int MOST_REFERENCES = 20;

    /** By its Message-ID; by what it says where it has none. */
    String key(String text) {
        return messageId()
                .map(MailHead::keyOf)
                .orElseGet(() -> "text-"
                        + Sha256.of(String.join("\n", header("Date"), header("From"), header("Subject"), text)));
    }

    /** The key of the mail with this Message-ID. */
    static String keyOf(String messageId) {
        return "id-" + Sha256.of(messageId);
    }

    Optional<String> messageId() {
        return MESSAGE_ID
                .matcher(header("Message-ID"))
                .results()
                .map(MatchResult::group)
                .findFirst();
    }

    String sender() {
        var found = ADDRESS.matcher(address());
        return found.find() && found.group().length() <= LONGEST_ADDRESS
                ? found.group().toLowerCase(Locale.ROOT)
                : null;
    }

    String senderName() {
        String name = PlainText.line(personal()).strip();
        String known = name.isEmpty() ? String.valueOf(sender()) : name;
        return known.length() <= LONGEST_NAME ? known : known.substring(0, LONGEST_NAME);
    }

    String subject() {
        String subject = PlainText.line(decoded(header("Subject")));
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
    }

    /** Nearest first. */
    List<String> thread() {
        List<String> references = new ArrayList<>(ids(header("References")));
        Collections.reverse(references);
        references.addAll(0, ids(header("In-Reply-To")));
        return references.stream().distinct().limit(MOST_REFERENCES).toList();
    }

    boolean isForwarded() {
        return FORWARDED.matcher(subject()).matches();
    }

    Origin origin() {
        if (OWN.matcher(header("Message-ID")).find()) {
            return Origin.MACHINE;
        }
        if (isFromAMailServer()) {
            return Origin.MAIL_SERVER;
        }
        return isAutomatic() ? Origin.MACHINE : Origin.PERSON;
    }

    private boolean isFromAMailServer() {
        String sender = String.valueOf(sender());
        return !header("X-Failed-Recipients").isEmpty()
                || returnPath().equals("<>") && !isAnswer()
                || MAIL_SERVERS.contains(sender.substring(0, Math.max(0, sender.indexOf('@'))));
    }

    /** That of the last server, which stands first. */
    private String returnPath() {
        try {
            String[] paths = message.getHeader("Return-Path");
            return paths == null ? "" : paths[0].strip();
        } catch (MessagingException | RuntimeException broken) {
            return "";
        }
    }

    /** Answers while somebody is away have no sender to come back to either. */
    private boolean isAnswer() {
        return header("Auto-Submitted").toLowerCase(Locale.ROOT).startsWith("auto-replied");
    }

    private boolean isAutomatic() {
        String submitted = header("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        String precedence = header("Precedence").strip().toLowerCase(Locale.ROOT);
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || BULK.contains(precedence)
                || OF_MACHINES.stream().anyMatch(name -> !header(name).isEmpty());
    }

    /** The whole header as it stands; empty when there is none. */
    private String header(String name) {
        try {
            return Optional.ofNullable(message.getHeader(name, " ")).orElse("");
        } catch (MessagingException | RuntimeException broken) {
            return "";
        }
    }

    private String address() {
        return header("From").isEmpty() ? header("Sender") : lastAngle(header("From"));
    }

    /** A name may look like an address; what counts stands in angle brackets. */
    private static String lastAngle(String from) {
        int open = from.lastIndexOf('<');
        return open >= 0 && from.indexOf('@', open) > 0 ? from.substring(open) : from;
    }

    private String personal() {
        try {
            InternetAddress[] from = InternetAddress.parseHeader(header("From"), false);
            return from.length == 0
                    ? ""
                    : Optional.ofNullable(from[0].getPersonal()).orElse("");
        } catch (MessagingException | RuntimeException broken) {
            return "";
        }
    }

    private static List<String> ids(String header) {
        return MESSAGE_ID.matcher(header).results().map(MatchResult::group).toList();
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException | RuntimeException broken) {
            return header;
        }
    }
}
