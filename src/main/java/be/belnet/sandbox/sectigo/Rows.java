package be.belnet.sandbox.sectigo;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.util.ClassUtils;

/**
 * Reads rows as records whose components are named like the columns, in camel case. Spring's own mapper asks for each column
 * in camel case first: long lists cost an exception, with a trace on H2's disk, for each value.
 */
final class Rows<T extends Record> implements RowMapper<T> {
    private final Constructor<T> constructor;
    private final Column[] columns;

    private Rows(Constructor<T> constructor, Column... columns) {
        this.constructor = constructor;
        this.columns = columns;
    }

    private record Column(String name, Class<?> type) {
        static Column of(RecordComponent component) {
            return new Column(
                    component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
                    ClassUtils.resolvePrimitiveIfNecessary(component.getType()));
        }
    }

    static <T extends Record> Rows<T> of(Class<T> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return new Rows<>(
                    type.getDeclaredConstructor(types),
                    Arrays.stream(components).map(Column::of).toArray(Column[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        var values = new Object[columns.length];
        for (int index = 0; index < columns.length; index++) {
            values[index] = row.getObject(columns[index].name(), columns[index].type());
        }
        return BeanUtils.instantiateClass(constructor, values);
    }
}
