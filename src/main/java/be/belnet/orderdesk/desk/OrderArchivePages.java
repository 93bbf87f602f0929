package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** All there is about one order in one file, for auditors and managers; that somebody took it is noted in the file itself. */
@Controller
class OrderArchivePages {
    private final OrderFile orders;
    private final OrderArchive archive;

    OrderArchivePages(OrderFile orders, OrderArchive archive) {
        this.orders = orders;
        this.archive = archive;
    }

    @GetMapping("/orders/{number}/file.zip")
    View file(@PathVariable String number, Principal user, Locale locale) {
        Order order = OrderPages.known(orders, number);
        orders.record(order.number(), "fileExported", Map.of());
        return new ArchiveView(order, user.getName(), locale);
    }

    /** A view, since what fails while views are written breaks the connection off: nobody takes half a file for the whole. */
    private final class ArchiveView implements View {
        private static final String TYPE = "application/zip";

        private final Order order;
        private final String user;
        private final Locale locale;

        private ArchiveView(Order order, String user, Locale locale) {
            this.order = order;
            this.user = user;
            this.locale = locale;
        }

        @Override
        public String getContentType() {
            return TYPE;
        }

        @Override
        public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.setContentType(TYPE);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(order.number() + ".zip")
                            .build()
                            .toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            archive.write(order, user, locale, response.getOutputStream());
        }
    }
}
