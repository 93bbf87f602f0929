package be.belnet.sandbox.world;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Reads rows into a record whose components have the names of the columns. The mapper that Spring takes by itself asks for
 * each name without its underscores first, and to H2 a name that no column has is an error with a stack trace, for
 * each column of each row.
 */
public final class Rows<T extends Record> implements RowMapper<T> {
    private static final ConversionService CONVERSION = DefaultConversionService.getSharedInstance();

    private final List<RecordComponent> components;
    private final List<String> columns;
    private final Constructor<T> constructor;

    private Rows(Class<T> type) {
        components = List.of(type.getRecordComponents());
        columns = components.stream()
                .map(component -> JdbcUtils.convertPropertyNameToUnderscoreName(component.getName()))
                .toList();
        constructor = BeanUtils.getResolvableConstructor(type);
    }

    public static <T extends Record> Rows<T> of(Class<T> type) {
        return new Rows<>(type);
    }

    @Override
    public T mapRow(ResultSet row, int index) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int place = 0; place < values.length; place++) {
            values[place] = value(row, place);
        }
        return BeanUtils.instantiateClass(constructor, values);
    }

    private Object value(ResultSet row, int place) throws SQLException {
        Class<?> type = components.get(place).getType();
        Object found = JdbcUtils.getResultSetValue(row, row.findColumn(columns.get(place)), type);
        return CONVERSION.convert(found, type);
    }
}
