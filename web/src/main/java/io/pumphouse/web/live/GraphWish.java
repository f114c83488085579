package io.pumphouse.web.live;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a client wants drawn, as it wrote it; a field that it left out is empty. Immutable.
 *
 * <p>With {@code from} and {@code step} but no {@code to} it is open: the client has the rest of
 * its chart and wants what came since, then always only what is new.
 *
 * @param pump the name of a pump
 * @param range {@code 24h}; empty if {@code from} and {@code to} are given
 * @param from RFC 3339
 * @param to RFC 3339
 * @param metrics public names; the first {@value #MOST_METRICS} count
 * @param points at most so many steps; empty for the usual number
 * @param step how long the steps are of an open one, in milliseconds
 */
record GraphWish(
    String pump,
    String range,
    String from,
    String to,
    List<String> metrics,
    String points,
    String step) {
  static final int MOST_METRICS = 24;
  private static final long NO_STEP = 0;

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
        fields.number("points"),
        fields.number("step_ms"));
  }

  boolean isOpen() {
    return !from.isEmpty() && to.isEmpty() && stepMillis() != NO_STEP;
  }

  long stepMillis() {
    return step.matches("[0-9]{4,10}") ? Long.parseLong(step) : NO_STEP;
  }

  /**
   * What is left to tell after {@code now} was told: of an open one the step that is not over, and
   * one before it for what comes late; of any other the same again.
   */
  GraphWish after(Instant now) {
    if (!isOpen()) {
      return this;
    }
    Instant left = wholeSteps(now).minusMillis(stepMillis());
    boolean isLater = begin().filter(left::isAfter).isPresent();
    return isLater ? new GraphWish(pump, range, left.toString(), to, metrics, points, step) : this;
  }

  /** When the step began that this time is in. */
  Instant wholeSteps(Instant at) {
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), stepMillis()) * stepMillis());
  }

  private Optional<Instant> begin() {
    try {
      return Optional.of(Instant.parse(from));
    } catch (DateTimeException _) { // whoever draws it says what is accepted
      return Optional.empty();
    }
  }
}
