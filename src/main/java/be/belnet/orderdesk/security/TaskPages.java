package be.belnet.orderdesk.security;

import be.belnet.orderdesk.calendar.OpeningDays;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryProperty;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.query.QueryProperty;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens pages of our lists in the time of a page, however many tasks stand on them. The engine sorts and counts all tasks of a list,
 * with the rights of each, whenever somebody looks at fifteen. A list that is narrowed or sorted in some other way is left to it.
 */
class TaskPages extends FilterServiceImpl {
    /** Nobody turns pages beyond; a list that has more counts no further. */
    static final int MOST_COUNTED = 150;

    private static final Map<QueryProperty, String> SORTABLE = Map.of(
            TaskQueryProperty.CREATE_TIME, "t.create_time_",
            TaskQueryProperty.DUE_DATE, "t.due_date_",
            TaskQueryProperty.FOLLOW_UP_DATE, "t.follow_up_date_");

    private final JsonTaskQueryConverter queries = new JsonTaskQueryConverter();
    private final ApplicationContext context;

    TaskPages(ApplicationContext context) {
        this.context = context;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q narrowed, int first, int most) {
        Optional<TaskList> list = plain(filterId, narrowed);
        Optional<String> order = order(narrowed);
        if (list.isEmpty() || order.isEmpty()) {
            return super.listPage(filterId, narrowed, first, most);
        }
        String sql = "select t.id_ from act_ru_task t where %s order by %s limit :most offset :first"
                .formatted(condition(list.get(), narrowed), order.get());
        List<String> ids = about(sql)
                .param("most", most)
                .param("first", first)
                .query(String.class)
                .list();
        return (List<T>) tasks(ids);
    }

    @Override
    public Long count(String filterId) {
        return count(filterId, null);
    }

    /** Of tasks, up to {@link #MOST_COUNTED}. */
    @Override
    public Long count(String filterId, Query<?, ?> narrowed) {
        Optional<TaskList> list = plain(filterId, narrowed);
        if (list.isEmpty()) {
            return super.count(filterId, narrowed);
        }
        String sql = "select count(*) from (select 1 from act_ru_task t where %s limit %d) counted"
                .formatted(condition(list.get(), narrowed), MOST_COUNTED);
        return about(sql).query(Long.class).single();
    }

    /** The list of ours that this is, read by somebody who is signed on and may, and narrowed by nothing. */
    private Optional<TaskList> plain(String filterId, Query<?, ?> narrowed) {
        Authentication reader = reader();
        if (reader == null
                || reader.getGroupIds() == null
                || reader.getGroupIds().isEmpty()
                || !isPlain(narrowed)) {
            return Optional.empty();
        }
        Filter filter = getFilter(filterId);
        return filter == null
                ? Optional.empty()
                : Optional.ofNullable(TaskFilters.code(filter)).flatMap(TaskList::of);
    }

    /** It says as much as one that says nothing but in which order, and that suspended tasks do not count, as Tasklist asks. */
    private boolean isPlain(Query<?, ?> narrowed) {
        if (narrowed == null) {
            return true;
        }
        if (!(narrowed instanceof TaskQueryImpl query)) {
            return false;
        }
        TaskQueryImpl ordered = new TaskQueryImpl();
        ordered.setOrderingProperties(query.getOrderingProperties());
        if (isOfActive(query)) {
            ordered.active();
        }
        return queries.toJsonObject(query).equals(queries.toJsonObject(ordered));
    }

    private static boolean isOfActive(Query<?, ?> narrowed) {
        return narrowed instanceof TaskQueryImpl query && query.getSuspensionState() == SuspensionState.ACTIVE;
    }

    private static String condition(TaskList list, Query<?, ?> narrowed) {
        return isOfActive(narrowed)
                ? list.condition() + " and t.suspension_state_ = " + SuspensionState.ACTIVE.getStateCode()
                : list.condition();
    }

    /** By one property that has an index, and by id where it is the same; empty for other orders. */
    static Optional<String> order(Query<?, ?> narrowed) {
        if (!(narrowed instanceof TaskQueryImpl query)
                || query.getOrderingProperties().size() != 1) {
            return Optional.empty();
        }
        QueryOrderingProperty order = query.getOrderingProperties().get(0);
        return Optional.ofNullable(SORTABLE.get(order.getQueryProperty()))
                .filter(column -> order.isContainedProperty())
                .map(column -> column + (order.getDirection() == Direction.DESCENDING ? " desc" : " asc") + ", t.id_");
    }

    private JdbcClient.StatementSpec about(String sql) {
        Authentication reader = reader();
        return context.getBean(JdbcClient.class)
                .sql(sql)
                .param("user", reader.getUserId())
                .param("groups", reader.getGroupIds())
                .param("now", new Timestamp(ClockUtil.getCurrentTime().getTime()))
                .param(
                        "long",
                        new Timestamp(context.getBean(OpeningDays.class)
                                .daysAgo(TaskList.LONG)
                                .getTime()));
    }

    /** With the reader's rights, in this order. */
    private List<Task> tasks(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return context
                .getBean(TaskService.class)
                .createTaskQuery()
                .taskIdIn(ids.toArray(String[]::new))
                .initializeFormKeys()
                .listPage(0, ids.size())
                .stream()
                .sorted(Comparator.comparingInt(task -> ids.indexOf(task.getId())))
                .toList();
    }

    private Authentication reader() {
        return context.getBean(IdentityService.class).getCurrentAuthentication();
    }
}
