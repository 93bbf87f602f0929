package be.belnet.orderdesk.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One line of an import file.
 *
 * @param number in the file, from 1, the header counted; of a record over several lines the last
 * @param cells by column, stripped; an empty cell is ""
 * @param complete has as many cells as the header
 */
public record CsvLine(long number, Map<String, String> cells, boolean complete) {
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** Values of a cell that holds several, separated by blanks or semicolons. */
    public List<String> values(String column) {
        return Arrays.stream(cell(column).split("[;\\s]+"))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
