package be.belnet.orderdesk.dcs;

import java.net.URI;
import java.util.List;

/** What a CA asks for as proof that somebody controls a domain. */
public sealed interface Challenge {
    /**
     * A record to publish.
     *
     * @param type CNAME or TXT
     * @param name whole, without a dot at the end
     * @param value of a CNAME without a dot at the end; of a TXT any printable characters, to be taken as they are
     */
    record DnsRecord(ValidationMethod type, String name, String value) implements Challenge {}

    /** @param content one line or more, to be taken as they are */
    record WebFile(URI address, String content) implements Challenge {}

    /** A mail to one of these, which is named when the validation is submitted. */
    record MailToOneOf(List<String> addresses) implements Challenge {
        public MailToOneOf {
            addresses = List.copyOf(addresses);
        }

        /** Without the addresses. */
        @Override
        public String toString() {
            return "MailToOneOf[%d addresses]".formatted(addresses.size());
        }
    }

    /** The CA has written it to the contact itself, and does not tell us what. */
    record SentToContact() implements Challenge {}
}
