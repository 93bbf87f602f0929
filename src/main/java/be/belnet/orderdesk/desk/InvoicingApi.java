package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.csv.CsvText;
import be.belnet.orderdesk.desk.InvoicingViews.Period;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

/** What invoicing fetches: {@code openapi.json} describes it. Refusals are answered by {@link ApiProblems}. */
@RestController
class InvoicingApi {
    private final InvoicingViews views;

    InvoicingApi(InvoicingViews views) {
        this.views = views;
    }

    @GetMapping("/api/invoicing")
    View table(@RequestParam Map<String, String> parameters) {
        return new CsvView(
                CsvText.FOR_PROGRAMS,
                "invoicing.csv",
                InvoicingViews.COLUMNS,
                views.rows(Period.of(parameters), UnaryOperator.identity()));
    }
}
