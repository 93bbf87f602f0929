package be.belnet.orderdesk.intake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Tells in which language a mail is written, by the small words that no text does without. */
final class Languages {
    private static final int TOO_FEW = 2;

    private static final Map<String, Set<String>> SMALL_WORDS = new LinkedHashMap<>();

    static {
        put(
                "nl",
                "de het een wij we ik onze ons u uw van voor graag met niet zijn is bij naar beste geachte groeten dank");
        put(
                "fr",
                "le la les un une des nous je notre nos vous votre du et pour avec pas est sont bonjour merci cordialement");
        put("en", "the a an we i our us you your of for with not are is to would please dear hello thanks regards");
        put(
                "de",
                "der die das ein eine wir ich unsere uns sie ihr ihre und von fur mit nicht sind ist zu bitte guten danke");
    }

    private Languages() {}

    /**
     * @param words as {@link Words#plain} writes them
     * @param otherwise what a text too short to tell is taken for
     */
    static String of(String words, String otherwise) {
        String best = otherwise;
        long most = TOO_FEW - 1;
        for (var language : SMALL_WORDS.entrySet()) {
            long found = Arrays.stream(words.split(" "))
                    .filter(language.getValue()::contains)
                    .count();
            if (found > most) {
                best = language.getKey();
                most = found;
            }
        }
        return best;
    }

    private static void put(String language, String words) {
        SMALL_WORDS.put(language, Set.of(words.split(" ")));
    }
}
