package be.belnet.sandbox.published;

import be.belnet.sandbox.world.WorldPart;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records as tests and people put them, without zones: whatever is here is seen at once. */
class RecordStore implements PublishedRecords, WorldPart {

    private final JdbcClient jdbc;

    RecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Published(Kind kind, String name, String content) {}

    @Override
    public List<String> values(Kind kind, String name) {
        return jdbc.sql("select content from published_record where kind = ? and name = ? order by id")
                .params(kind.name(), plain(kind, name))
                .query(String.class)
                .list();
    }

    List<Published> all() {
        return jdbc.sql("select kind, name, content from published_record order by id")
                .query(Published.class)
                .list();
    }

    void publish(Kind kind, String name, String content) {
        jdbc.sql("insert into published_record (kind, name, content) values (?, ?, ?)")
                .params(kind.name(), plain(kind, name), content)
                .update();
    }

    void withdraw(Kind kind, String name) {
        jdbc.sql("delete from published_record where kind = ? and name = ?")
                .params(kind.name(), plain(kind, name))
                .update();
    }

    @Override
    public void startAgain() {
        jdbc.sql("delete from published_record").update();
    }

    private static String plain(Kind kind, String name) {
        return kind == Kind.FILE ? name : name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }
}
