package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.workflow.StaffLanguage;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts of the figures: with their values where Orderdesk prints them, all as they are for the scripts of Cockpit. */
@Component
class FigureWords {
    private static final String BUNDLE = "messages/figures";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final MessageSource messages;

    FigureWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    Map<String, String> all(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE, StaffLanguage.of(locale), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        Map<String, String> words = new TreeMap<>();
        bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
        return words;
    }

    /** In the largest unit of which there is at least one: minutes, hours or days of 24 hours. */
    String elapsed(Duration time, Locale locale) {
        if (time.compareTo(MINUTE) < 0) {
            return of("figures.elapsed.less", locale);
        }
        if (time.compareTo(HOUR) < 0) {
            return of("figures.elapsed.minutes", locale, Long.toString(time.toMinutes()));
        }
        return time.compareTo(DAY) < 0
                ? of("figures.elapsed.hours", locale, parts(time, HOUR, locale))
                : of("figures.elapsed.days", locale, parts(time, DAY, locale));
    }

    private static String parts(Duration time, Duration unit, Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format((double) time.toMinutes() / unit.toMinutes());
    }
}
