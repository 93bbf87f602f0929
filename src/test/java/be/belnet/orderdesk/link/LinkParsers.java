package be.belnet.orderdesk.link;

import static be.belnet.orderdesk.fuzz.Parser.require;

import be.belnet.orderdesk.fuzz.Parser;
import java.time.Instant;
import java.util.List;

/** What reads links that customers come by. */
public final class LinkParsers {
    private static final String SECRET = "fuzz-secret-of-more-than-32-characters";
    private static final Instant END = Instant.parse("2026-11-27T00:00:00Z");
    private static final SignedTokens TOKENS = new SignedTokens(SECRET, "fuzz");
    private static final String KNOWN = TOKENS.token("BAMS-2026-00042", END);
    private static final String OF_ANOTHER = new SignedTokens(SECRET, "other").token("BAMS-2026-00042", END);

    private LinkParsers() {}

    public static List<Parser> all() {
        return List.of(
                Parser.ofText("signed link", LinkParsers::read).weighing(400).like(KNOWN, OF_ANOTHER));
    }

    private static void read(String token) {
        require(TOKENS.read(token).isEmpty() || token.equals(KNOWN), "a token of somebody else's making is taken");
    }
}
