package be.belnet.sandbox.published;

import java.util.List;

/** What certificate authorities see of a domain when they look at it from outside. */
public interface PublishedRecords {

    /**
     * All values under a name, empty where there are none.
     *
     * @param name of a DNS record without its last dot, case ignored; of a {@link Kind#FILE} its whole address
     */
    List<String> values(Kind kind, String name);

    /** What can be published. A value of {@code CAA} reads as in a zone file: {@code 0 issue "sectigo.com"}. */
    enum Kind {
        CNAME,
        TXT,
        CAA,
        FILE
    }
}
