package be.belnet.orderdesk.dns;

import java.util.regex.Pattern;

/** What a CA wants to see before it believes that somebody controls a domain. */
public sealed interface DcvChallenge {

    DomainName domain();

    /** Where a record stands. */
    enum RecordType {
        CNAME,
        TXT
    }

    /**
     * A record in DNS.
     *
     * @param name at the domain or below it
     * @param value target of an alias, with or without a dot at its end; or a text to the letter
     */
    record DnsRecord(DomainName domain, RecordType type, DomainName name, String value) implements DcvChallenge {

        public DnsRecord {
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException("A record needs a value");
            }
            if (!name.equals(domain) && !name.text().endsWith("." + domain)) {
                throw new IllegalArgumentException("The record's name does not lie at the domain");
            }
        }
    }

    /**
     * A file on the domain's web site.
     *
     * @param path below {@code /.well-known/pki-validation/}
     * @param content its lines; how they end does not matter
     */
    record WebFile(DomainName domain, boolean https, String path, String content) implements DcvChallenge {
        private static final Pattern PATH = Pattern.compile("/\\.well-known/pki-validation/[A-Za-z0-9._-]{1,200}");

        public WebFile {
            if (path == null || !PATH.matcher(path).matches()) {
                throw new IllegalArgumentException("Not a path below /.well-known/pki-validation/");
            }
            if (content == null || content.isBlank()) {
                throw new IllegalArgumentException("A file needs content");
            }
        }

        String url() {
            return (https ? "https://" : "http://") + domain + path;
        }
    }
}
