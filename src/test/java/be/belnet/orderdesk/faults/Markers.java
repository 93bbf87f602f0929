package be.belnet.orderdesk.faults;

import java.util.List;
import java.util.Locale;

/** Personal words of each customer of the suite, and secrets: they must stand in no log and nowhere in the engine. */
final class Markers {
    static final String NAME = "Marcel Markerson";

    static final List<String> ALL = List.of("Markerson", "marked-", "apipass", "sandbox-appliance");

    private Markers() {}

    static String email(String customer) {
        return "marked-%s@customer.example".formatted(customer.toLowerCase(Locale.ROOT));
    }
}
