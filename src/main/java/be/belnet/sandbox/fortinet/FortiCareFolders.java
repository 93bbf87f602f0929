package be.belnet.sandbox.fortinet;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.annotation.Transactional;

/** Folders of registered products. */
class FortiCareFolders {

    static final String ROOT = "/My Assets";

    private final JdbcClient jdbc;

    FortiCareFolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Folder(int folderId, String folderName, Integer parentFolderId) {}

    List<Folder> list() {
        return jdbc.sql("select * from forticare_folder order by id")
                .query((row, number) ->
                        new Folder(row.getInt("id"), row.getString("name"), row.getObject("parent_id", Integer.class)))
                .list();
    }

    @Transactional
    Folder create(Fields request) {
        var name = request.text("folderName");
        var parent = request.optionalNumber("parentFolderId");
        parent.ifPresent(this::require);
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into forticare_folder (name, parent_id) values (?, ?)")
                .params(name, parent.orElse(null))
                .update(keys, "id");
        return new Folder(keys.getKeyAs(Integer.class), name, parent.orElse(null));
    }

    void require(int id) {
        get(id);
    }

    String path(int id) {
        var folder = get(id);
        var parent = folder.parentFolderId() == null ? ROOT : path(folder.parentFolderId());
        return parent + "/" + folder.folderName();
    }

    private Folder get(int id) {
        return list().stream()
                .filter(folder -> folder.folderId() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("folderId"));
    }
}
