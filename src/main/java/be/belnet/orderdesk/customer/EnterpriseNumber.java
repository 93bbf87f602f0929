package be.belnet.orderdesk.customer;

import java.util.regex.Pattern;

/** Numbers of the Belgian register of enterprises: ten digits, the last two being 97 less the rest of the others by 97. */
final class EnterpriseNumber {
    private static final Pattern TEN_DIGITS = Pattern.compile("[01][0-9]{9}");

    private EnterpriseNumber() {}

    /** Without country code and punctuation; the older nine digits get their leading zero. */
    static String digits(String written) {
        String digits = written.replaceFirst("(?i)^BE", "").replaceAll("[ .-]", "");
        return digits.length() == 9 ? "0" + digits : digits;
    }

    static boolean isValid(String digits) {
        return TEN_DIGITS.matcher(digits).matches()
                && 97 - Integer.parseInt(digits.substring(0, 8)) % 97 == Integer.parseInt(digits.substring(8));
    }
}
