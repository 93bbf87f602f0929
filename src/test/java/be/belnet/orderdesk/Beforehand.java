package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.desk.ApiCaller;
import be.belnet.orderdesk.link.SignedTokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails as Tasklist shows them before a form is completed, beside those that go. */
record Beforehand(int port, ObjectMapper json, JdbcClient jdbc) {

    /** To whom, subject and content of each; empty where the form has no place for mails. */
    Optional<List<String>> shown(String user, String task, Map<String, Object> answers) {
        try {
            HttpResponse<String> answer =
                    new ApiCaller(port, user, "en").post("/desk/mails/" + task, json.writeValueAsString(answers));
            if (answer.statusCode() == 404) {
                return Optional.empty();
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var seen = json.readTree(answer.body());
            assertThat(seen.path("problems")).isEmpty();
            return Optional.of(StreamSupport.stream(seen.path("mails").spliterator(), false)
                    .map(mail -> mail.path("to").asText() + "\n"
                            + mail.path("subject").asText() + "\n"
                            + mail.path("html").asText())
                    .toList());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    long last() {
        return jdbc.sql("select coalesce(max(id), 0) from correspondence")
                .query(Long.class)
                .single();
    }

    /** The same of the mails that were written after that one, in their order. */
    List<String> writtenSince(long last) {
        return jdbc.sql("select recipient_name, recipient_email, subject, html_body from correspondence where id > ?"
                        + " order by id")
                .param(last)
                .query((row, index) -> "%s <%s>\n%s\n%s"
                        .formatted(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                SignedTokens.withoutTokens(row.getString(4))))
                .list();
    }
}
