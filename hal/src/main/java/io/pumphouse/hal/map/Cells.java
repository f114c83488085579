package io.pumphouse.hal.map;

import java.util.List;

/**
 * One row of a map file, cut but not yet understood.
 *
 * @param line its line in the file
 * @param texts one text per {@link Column}
 */
record Cells(int line, List<String> texts) {
  String at(Column column) {
    return texts.get(column.position());
  }
}
