package be.belnet.sandbox.page;

import java.util.List;

/** One table on the page of the outside world; each simulator offers its own as a bean. Texts are escaped by the page. */
public interface WorldSection {

    String title();

    /** Smaller comes first: 100 licences, 200 machines, 300 mail appliances, 400 certificates. */
    int position();

    /** Path of a page on which people change what the table shows; null where there is none. */
    default String page() {
        return null;
    }

    List<String> columns();

    /** One list per row, as long as {@link #columns()}; an absent value is an empty string. */
    List<List<String>> rows();
}
