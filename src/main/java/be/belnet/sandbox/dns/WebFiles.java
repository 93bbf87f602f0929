package be.belnet.sandbox.dns;

import be.belnet.sandbox.world.Rows;
import be.belnet.sandbox.world.WorldPart;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Files that customers put on their web sites for a CA to find. */
@Component
public class WebFiles implements WorldPart {
    private static final Rows<WebFile> WEB_FILE_ROWS = Rows.of(WebFile.class);
    static final String FOLDER = "/.well-known/pki-validation/";

    private static final int LONGEST = 100_000;
    private static final int LONGEST_LOCATION = 2000;

    private final JdbcClient jdbc;

    WebFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WebFile> all() {
        return jdbc.sql("select * from web_file order by host, path")
                .query(WEB_FILE_ROWS)
                .list();
    }

    Optional<WebFile> find(String host, String path) {
        return jdbc.sql("select * from web_file where host = ? and path = ?")
                .params(host, path)
                .query(WEB_FILE_ROWS)
                .optional();
    }

    /** Puts a file, or a redirect, in the place of what was there. */
    public WebFile put(String host, String path, String content, String location) {
        var file = new WebFile(0, Zones.checkedName(host), checkedPath(path), absent(content), absent(location));
        require((file.content() == null) != (file.location() == null), "content: either it or a location is needed");
        require(file.content() == null || file.content().length() <= LONGEST, "content: too long");
        require(file.location() == null || file.location().length() <= LONGEST_LOCATION, "location: too long");
        jdbc.sql("merge into web_file (host, path, content, location) key (host, path)"
                        + " values (:host, :path, :content, :location)")
                .paramSource(file)
                .update();
        return find(file.host(), file.path()).orElseThrow();
    }

    public void remove(long id) {
        if (jdbc.sql("delete from web_file where id = ?").param(id).update() == 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such file");
        }
    }

    @Override
    public void startAgain() {
        jdbc.sql("delete from web_file").update();
    }

    private static String checkedPath(String path) {
        require(
                path != null && path.matches("\\Q" + FOLDER + "\\E[\\w.-]{1,200}"),
                "path: " + FOLDER + " and the name of a file");
        return path;
    }

    private static String absent(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, otherwise);
        }
    }
}
