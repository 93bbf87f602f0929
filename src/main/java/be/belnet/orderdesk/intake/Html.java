package be.belnet.orderdesk.intake;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Reduces HTML to its text. */
final class Html {
    private static final String BLOCKS = "p,div,tr,li,h1,h2,h3,h4,h5,h6,table,ul,ol,pre";

    private Html() {}

    /** Lines as a reader sees them; what is quoted begins with {@code >}. Nothing is fetched or run. */
    static String text(String html) {
        Document page = Jsoup.parse(html);
        page.select("script,style,head,title").remove();
        page.select("blockquote").forEach(Html::mark);
        page.select("br").forEach(line -> line.after(new TextNode("\n")));
        page.select(BLOCKS).forEach(block -> block.before(new TextNode("\n")));
        return page.wholeText().replaceAll("[ \\t]*\\n\\s*\\n\\s*", "\n\n");
    }

    private static void mark(Element quote) {
        if (quote.parent() != null) {
            quote.replaceWith(new TextNode("\n> " + quote.text() + "\n"));
        }
    }
}
