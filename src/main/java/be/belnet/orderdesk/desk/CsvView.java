package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.csv.CsvText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/**
 * A table as a file, sent row by row. It is a view, since what fails while views are written breaks the connection off:
 * nobody takes half a table for the whole.
 *
 * @param rows read while they are sent
 */
record CsvView(CsvText form, String fileName, List<String> head, Stream<List<String>> rows) implements View {
    static final String TYPE = "text/csv";

    @Override
    public String getContentType() {
        return TYPE;
    }

    @Override
    public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(TYPE + ";charset=UTF-8;header=present");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        form.write(response.getOutputStream(), head, rows);
    }
}
