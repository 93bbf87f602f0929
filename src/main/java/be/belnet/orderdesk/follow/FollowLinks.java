package be.belnet.orderdesk.follow;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.correspondence.PageLinks;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.link.SignedTokens;
import be.belnet.orderdesk.link.SignedTokens.Signed;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Links to the page of a file, each for one contact of it. A link works while its contact is one: whoever takes a contact's
 * place ends the links of the former one. Nothing of a link is kept but in the mail that it is sent by.
 */
@Component
class FollowLinks implements PageLinks {
    static final String PATH = "/follow/";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MARK = 8;

    private final SignedTokens tokens;
    private final SignedTokens confirmations;
    private final SecretKeySpec key;
    private final FollowProperties properties;
    private final OrderFile orders;
    private final FileContacts contacts;
    private final String address;
    private final Clock clock;

    FollowLinks(
            FollowProperties properties,
            OrderFile orders,
            FileContacts contacts,
            @Value("${orderdesk.address}") String address,
            Clock clock) {
        this.tokens = new SignedTokens(properties.secret(), "page of a file");
        this.confirmations = new SignedTokens(properties.secret(), "change of a contact");
        this.key = new SecretKeySpec(properties.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.properties = properties;
        this.orders = orders;
        this.contacts = contacts;
        this.address = address;
        this.clock = clock;
    }

    /** What a link stands for now. */
    record Pass(Order order, FileContact reader, boolean expired) {}

    @Override
    public Optional<PageLink> to(Order order, Recipient recipient) {
        return contacts.of(order).stream()
                .filter(contact -> contact.email().equalsIgnoreCase(recipient.email()))
                .findFirst()
                .map(contact -> link(PATH, tokens, order.number() + "/" + mark(contact.email())));
    }

    /** To the page on which a contact says whether somebody else is to take its place. */
    PageLink toConfirm(String change) {
        return link(PATH + "contact/", confirmations, change);
    }

    /** Empty for a link that is not of our making, and for one whose contact is none any more. */
    Optional<Pass> check(String token) {
        return tokens.read(token).flatMap(this::pass);
    }

    /** Number of the change of a contact; empty for links that are not of our making, and for those that have expired. */
    Optional<String> checkConfirmation(String token) {
        return confirmations.read(token).filter(signed -> !isExpired(signed)).map(Signed::orderNumber);
    }

    private Optional<Pass> pass(Signed signed) {
        String[] parts = signed.orderNumber().split("/");
        return orders.find(parts[0]).flatMap(order -> contacts.of(order).stream()
                .filter(contact -> mark(contact.email()).equals(parts[1]))
                .findFirst()
                .map(contact -> new Pass(order, contact, isExpired(signed))));
    }

    private boolean isExpired(Signed signed) {
        return !clock.instant().isBefore(signed.end());
    }

    private PageLink link(String path, SignedTokens signer, String subject) {
        Instant end = clock.instant().plus(properties.linkValid());
        LocalDate lastWholeDay = end.atZone(BRUSSELS).toLocalDate().minusDays(1);
        return new PageLink(address + path + signer.token(subject, end), lastWholeDay);
    }

    /** Stands for an address without giving it away. */
    private String mark(String email) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] whole = mac.doFinal(("contact\0" + email.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, MARK));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
