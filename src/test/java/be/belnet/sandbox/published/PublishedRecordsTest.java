package be.belnet.sandbox.published;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.published.PublishedRecords.Kind;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedRecordsTest {

    private static SandboxRunner sandbox;
    private static PublishedRecords records;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start();
        records = sandbox.bean(PublishedRecords.class);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void emptyWorld() {
        sandbox.delete("/api/world");
    }

    @Test
    void recordIsSeenUnderItsNameHoweverItIsWritten() {
        publish("{'kind':'TXT','name':'_Check.NSOL.example.','content':'One'}");
        publish("{'kind':'TXT','name':'_check.nsol.example','content':'Two'}");

        assertThat(records.values(Kind.TXT, "_check.nsol.EXAMPLE")).containsExactly("One", "Two");
        assertThat(records.values(Kind.CNAME, "_check.nsol.example")).isEmpty();
    }

    @Test
    void addressOfAFileIsTakenWordForWord() {
        publish("{'kind':'FILE','name':'http://nsol.example/A.txt','content':'text'}");

        assertThat(records.values(Kind.FILE, "http://nsol.example/A.txt")).containsExactly("text");
        assertThat(records.values(Kind.FILE, "http://nsol.example/a.txt")).isEmpty();
    }

    @Test
    void whatIsWithdrawnIsGoneAndTheRestStays() {
        publish("{'kind':'TXT','name':'a.example','content':'x'}");
        publish("{'kind':'TXT','name':'b.example','content':'y'}");
        sandbox.delete("/api/published?kind=TXT&name=A.example");

        assertThat(records.values(Kind.TXT, "a.example")).isEmpty();
        assertThat(sandbox.get("/api/published").body())
                .isEqualTo("[{\"kind\":\"TXT\",\"name\":\"b.example\",\"content\":\"y\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'kind':'MX','name':'a.example','content':'x'}",
                "{'kind':'TXT','name':' ','content':'x'}",
                "{'kind':'TXT','name':'a.example'}",
                "nothing"
            })
    void nonsenseIsRefused(String json) {
        assertThat(publish(json).statusCode()).isEqualTo(400);
        assertThat(sandbox.get("/api/published").body()).isEqualTo("[]");
    }

    private static HttpResponse<String> publish(String json) {
        return sandbox.send(sandbox.request("/api/published")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.replace('\'', '"'))));
    }
}
