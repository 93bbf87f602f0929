package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds which customer a mail is from (B1, D9): by the acronym in it, else by its sender's address, else by its domain. */
@Component
class Senders {
    /** What follows the word acronym, in four languages. */
    private static final Pattern LABELLED = Pattern.compile(
            "(?iu)\\ba(?:c|k)ron(?:ym|yme|iem|iemen|yms)\\b[\\s:=\\-–(\"“„«]*(?:(?:is|est|ist|lautet|luidt|van|de|von|of)\\s+)?"
                    + "[\\s:=\\-–(\"“„«]*([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,58})");

    private static final Pattern CAPITALS =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-Z0-9][A-Z0-9-]{1,58}(?![\\p{L}\\p{N}])");
    private static final int MOST_WORDS = 40;

    private final CustomerRegister customers;

    Senders(CustomerRegister customers) {
        this.customers = customers;
    }

    /** How a customer was found. */
    enum By {
        ACRONYM,
        ADDRESS,
        DOMAIN,
        NOTHING
    }

    /**
     * @param acronym the customer's, or what the mail says it is; null where nothing tells
     * @param clear false where several are meant, or another customer's sender writes
     */
    record Found(String acronym, By by, boolean clear) {}

    Found find(IncomingMail mail) {
        String text = mail.subject() + "\n" + mail.ownText();
        Optional<Organisation> sender = ofSender(mail.sender());
        Set<String> named = named(text);
        if (named.size() > 1) {
            String own =
                    sender.map(Organisation::acronym).filter(named::contains).orElse(null);
            return new Found(own, By.ACRONYM, own != null);
        }
        if (named.size() == 1) {
            String only = named.iterator().next();
            boolean same = sender.map(Organisation::acronym).map(only::equals).orElse(true);
            return new Found(only, By.ACRONYM, same);
        }
        return unnamed(text, mail.sender(), sender);
    }

    /** The customer that an address belongs to, as a contact or by its domain. */
    Optional<Organisation> ofSender(String address) {
        return address == null
                ? Optional.empty()
                : customers.findByContact(address).or(() -> customers.findByMailDomain(domain(address)));
    }

    /** Whether the acronym is, or was, this customer's. */
    boolean had(Organisation customer, String acronym) {
        return customers
                .find(acronym)
                .map(Organisation::acronym)
                .filter(customer.acronym()::equals)
                .isPresent();
    }

    private Found unnamed(String text, String address, Optional<Organisation> sender) {
        Optional<String> unknown = labelled(text).stream()
                .filter(word -> word.equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
        if (unknown.isPresent()) {
            return new Found(unknown.get(), By.ACRONYM, true);
        }
        return sender.map(found -> new Found(found.acronym(), by(address), true))
                .orElse(new Found(null, By.NOTHING, true));
    }

    private By by(String address) {
        return customers.findByContact(address).isPresent() ? By.ADDRESS : By.DOMAIN;
    }

    /** Acronyms of customers, as they are today. What stands behind the word acronym counts alone. */
    private Set<String> named(String text) {
        Set<String> labelled = known(labelled(text));
        return labelled.isEmpty() ? known(capitals(text)) : labelled;
    }

    private Set<String> known(List<String> words) {
        Set<String> found = new LinkedHashSet<>();
        words.forEach(word -> customers.find(word).map(Organisation::acronym).ifPresent(found::add));
        return found;
    }

    private static List<String> labelled(String text) {
        return LABELLED.matcher(text)
                .results()
                .map(found -> found.group(1).replaceAll("[._-]+$", ""))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    private static List<String> capitals(String text) {
        return CAPITALS.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> word.chars().anyMatch(Character::isLetter))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
