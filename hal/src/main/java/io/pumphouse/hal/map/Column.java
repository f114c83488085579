package io.pumphouse.hal.map;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The columns of a map file, in their order. */
enum Column {
  ID,
  SPACE,
  ADDRESS,
  TYPE,
  SCALE,
  UNIT,
  ACCESS,
  MIN,
  MAX,
  WRITE_MIN,
  WRITE_MAX,
  ABSENT,
  METRIC,
  LABEL,
  SOURCE;

  static final int COUNT = values().length;

  /** The header row that every map file has. */
  static final String HEADER =
      Arrays.stream(values()).map(Column::word).collect(Collectors.joining(","));

  /** Which cell of a row it is, from 0. */
  @SuppressWarnings("EnumOrdinal") // the order of the constants is the order in the file
  int position() {
    return ordinal();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
