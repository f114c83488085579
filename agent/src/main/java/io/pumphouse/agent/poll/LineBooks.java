package io.pumphouse.agent.poll;

import io.pumphouse.hal.line.LineBook;
import io.pumphouse.hal.reading.Advice;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.reading.TracedFrame;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LineHealth;
import io.pumphouse.web.model.LineStatus;
import io.pumphouse.web.model.Trace;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The books of all lines, looked up by the pumps on them. Thread-safe. */
public final class LineBooks implements LineHealth, Trace {
  private final Map<PumpId, Seat> seats = new LinkedHashMap<>();
  private final TimeSource time;

  public LineBooks(List<Seat> seats, TimeSource time) {
    seats.forEach(seat -> this.seats.put(seat.pump(), seat));
    this.time = time;
  }

  /**
   * A pump's place on a line.
   *
   * @param pump the pump
   * @param line what a technician calls the line
   * @param unit its unit number there
   * @param book the book of the line
   */
  public record Seat(PumpId pump, String line, int unit, LineBook book) {}

  /** Lines of the health board: what the faults on a wire point to, if to anything. */
  public List<Check> checks() {
    return seats.values().stream()
        .flatMap(
            seat ->
                seat.book().report(seat.unit()).advice().stream()
                    .map(advice -> check(seat, advice)))
        .toList();
  }

  private static Check check(Seat seat, Advice advice) {
    return Check.degraded("line of " + seat.pump(), advice.words(), advice.next());
  }

  @Override
  public Optional<LineStatus> line(PumpId pump) {
    return seat(pump).map(this::status);
  }

  private LineStatus status(Seat seat) {
    return new LineStatus(
        seat.pump(),
        seat.line(),
        seat.unit(),
        seat.book().report(seat.unit()),
        answer(seat.book().lastGood(seat.unit())));
  }

  private LastAnswer answer(Optional<Moment> last) {
    return last.<LastAnswer>map(at -> new LastAnswer.At(at.wall(), at.ageAt(time.now())))
        .orElseGet(LastAnswer.Never::new);
  }

  @Override
  public List<TracedFrame> newest(PumpId pump, int most) {
    return seat(pump).map(seat -> seat.book().newest(most)).orElse(List.of());
  }

  @Override
  public List<TracedFrame> after(PumpId pump, long number, Duration atMost)
      throws InterruptedException {
    Optional<Seat> seat = seat(pump);
    return seat.isEmpty() ? List.of() : seat.get().book().after(number, atMost);
  }

  private Optional<Seat> seat(PumpId pump) {
    return Optional.ofNullable(seats.get(pump));
  }
}
