package be.belnet.orderdesk.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as the tables of words read it. */
final class Words {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 10_000;

    private Words() {}

    /** Lower case, without accents, one blank between words and one at each end. */
    static String plain(String subject, String text) {
        String all = subject + " . " + text;
        String shortened = all.length() <= LONGEST ? all : all.substring(0, LONGEST);
        String bare = ACCENTS.matcher(Normalizer.normalize(shortened, Normalizer.Form.NFD))
                .replaceAll("");
        return " "
                + BETWEEN.matcher(bare.toLowerCase(Locale.ROOT).replace("ß", "ss"))
                        .replaceAll(" ")
                        .strip()
                + " ";
    }
}
