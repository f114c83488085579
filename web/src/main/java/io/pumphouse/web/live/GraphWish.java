package io.pumphouse.web.live;

import java.util.List;

/**
 * What a client wants drawn, as it wrote it; a field that it left out is empty. Immutable.
 *
 * @param pump the name of a pump
 * @param range {@code 24h}; empty if {@code from} and {@code to} are given
 * @param from RFC 3339
 * @param to RFC 3339
 * @param metrics public names; the first {@value #MOST_METRICS} count
 * @param points at most so many steps; empty for the usual number
 */
record GraphWish(
    String pump, String range, String from, String to, List<String> metrics, String points) {
  static final int MOST_METRICS = 16;

  GraphWish {
    metrics = metrics.stream().distinct().limit(MOST_METRICS).toList();
  }

  static GraphWish of(Fields fields) {
    return new GraphWish(
        fields.text("pump"),
        fields.text("range"),
        fields.text("range.from"),
        fields.text("range.to"),
        fields.texts("metrics"),
        fields.number("points"));
  }
}
