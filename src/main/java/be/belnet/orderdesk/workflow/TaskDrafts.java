package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.workflow.TaskAccess.Accessible;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps drafts of forms, one for each task, beside the engine. They end with their task, by the database. */
@Component
public class TaskDrafts {
    /** In characters of Json. */
    private static final int LONGEST = 200_000;

    private final JdbcClient jdbc;
    private final FormCatalogue catalogue;
    private final ObjectMapper json;
    private final Clock clock;

    TaskDrafts(JdbcClient jdbc, FormCatalogue catalogue, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.json = json;
        this.clock = clock;
    }

    /** What came of keeping a draft. */
    public enum Outcome {
        KEPT,
        /** There is another one that its author has not seen; it stays. */
        OVERTAKEN,
        /** The task is over. */
        ENDED
    }

    public Optional<TaskDraft> find(String taskId) {
        return jdbc.sql("select * from task_draft where task_id = ?")
                .param(taskId)
                .query((row, index) -> new TaskDraft(
                        taskId,
                        read(row.getString("answers")),
                        row.getString("edition"),
                        row.getString("author"),
                        row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    /**
     * Keeps a draft in the place of the one that its author began with; the same once more changes nothing.
     *
     * @param answers of fields that the form does not have are left out
     * @param edition its own, new
     * @param base edition of the one that it takes the place of; null where there was none
     * @throws IllegalArgumentException when no form could hold this
     */
    public Outcome keep(Accessible task, Map<String, Object> answers, String edition, String base, String author) {
        var draft = new Row(task.id(), write(ofForm(task.form(), answers)), edition, author, Moments.now(clock));
        if (base != null && replace(draft, base)) {
            return Outcome.KEPT;
        }
        Optional<TaskDraft> there = find(task.id());
        if (there.isPresent()) {
            return there.get().edition().equals(edition) ? Outcome.KEPT : Outcome.OVERTAKEN;
        }
        return insert(task.order(), draft);
    }

    private record Row(String taskId, String answers, String edition, String author, Timestamp savedAt) {}

    /** @return false when there is another one than this edition */
    public boolean discard(String taskId, String edition) {
        jdbc.sql("delete from task_draft where task_id = ? and edition = ?")
                .params(taskId, edition)
                .update();
        return find(taskId).isEmpty();
    }

    private boolean replace(Row draft, String base) {
        return jdbc.sql("update task_draft set answers = ?, edition = ?, author = ?, saved_at = ? where task_id = ?"
                                + " and edition = ?")
                        .params(draft.answers(), draft.edition(), draft.author(), draft.savedAt(), draft.taskId(), base)
                        .update()
                == 1;
    }

    private Outcome insert(String order, Row draft) {
        try {
            jdbc.sql("insert into task_draft (task_id, order_number, answers, edition, author, saved_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(draft.taskId(), order, draft.answers(), draft.edition(), draft.author(), draft.savedAt())
                    .update();
            return Outcome.KEPT;
        } catch (DuplicateKeyException another) {
            return Outcome.OVERTAKEN;
        } catch (DataIntegrityViolationException noTask) {
            return Outcome.ENDED;
        }
    }

    private Map<String, Object> ofForm(String form, Map<String, Object> answers) {
        Map<String, Object> kept = new LinkedHashMap<>();
        catalogue.schema(form).fields().values().stream()
                .filter(field -> !field.isComputed() && answers.containsKey(field.key()))
                .forEach(field -> kept.put(field.key(), plain(answers.get(field.key()))));
        return kept;
    }

    private static Object plain(Object answer) {
        boolean list = answer instanceof Collection<?> values && values.stream().allMatch(String.class::isInstance);
        if (list
                || answer == null
                || answer instanceof String
                || answer instanceof Number
                || answer instanceof Boolean) {
            return answer;
        }
        throw new IllegalArgumentException("No field holds this");
    }

    private String write(Map<String, Object> answers) {
        try {
            String text = json.writeValueAsString(answers);
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("No form holds this much");
            }
            return text;
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("No form holds this", unwritable);
        }
    }

    private Map<String, Object> read(String answers) {
        try {
            return json.readValue(answers, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A draft is no Json", broken);
        }
    }
}
