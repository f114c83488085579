package io.pumphouse.web.page;

import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Recording;
import io.pumphouse.web.model.Recording.Tick;
import io.pumphouse.web.model.RegisterStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the readings did before and after an alarm. Public because compiled templates live in a
 * package of their own.
 *
 * @param alarm in the maker's words, in English
 * @param at when it came
 * @param rows those on this page, those that moved first
 * @param page which page, from 1
 * @param pages how many there are
 */
public record Replay(String alarm, String at, List<Row> rows, int page, int pages) {
  private static final int ROWS = 15;

  /** Before the alarm, at it, and after it. */
  private static final List<Duration> TIMES =
      List.of(
          Duration.ofMinutes(-15).plusSeconds(15),
          Duration.ofMinutes(-5),
          Duration.ofMinutes(-1),
          Duration.ZERO,
          Duration.ofMinutes(5));

  public Replay {
    rows = List.copyOf(rows);
  }

  /**
   * One register.
   *
   * @param cells what it gave, at each of the times
   * @param trail its path in a small picture; empty without a value
   */
  public record Row(String label, String unit, List<Cell> cells, String trail) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** What a register gave. */
  public record Cell(String figure, boolean isValue) {}

  private record Told(RegisterId id, List<Tick> ticks) {
    boolean isMoving() {
      return ticks.stream()
              .filter(Tick.Value.class::isInstance)
              .map(tick -> ((Tick.Value) tick).raw())
              .distinct()
              .limit(2)
              .count()
          > 1;
    }
  }

  static Replay of(
      Tongue tongue,
      Frames frames,
      Recording recording,
      int page,
      Function<RegisterId, Optional<RegisterStatus>> registers) {
    List<Told> all =
        recording.byRegister().entrySet().stream()
            .map(entry -> new Told(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparing((Told told) -> !told.isMoving())
                    .thenComparing(told -> told.id().name()))
            .toList();
    int pages = Math.max(1, Math.ceilDiv(all.size(), ROWS));
    int shown = Math.clamp(page, 1, pages);
    return new Replay(
        recording.head().alarm(),
        frames.moment(tongue, recording.head().at()),
        all.stream()
            .skip((long) (shown - 1) * ROWS)
            .limit(ROWS)
            .map(told -> row(tongue, told, registers.apply(told.id())))
            .toList(),
        shown,
        pages);
  }

  /** The heads of the columns, in the order of the cells. */
  public List<String> times() {
    return List.of("−15 min", "−5 min", "−1 min", "0", "+5 min");
  }

  private static Row row(Tongue tongue, Told told, Optional<RegisterStatus> known) {
    List<Cell> cells = new ArrayList<>();
    TIMES.forEach(time -> cells.add(cell(tongue, told.ticks(), time, known)));
    return new Row(
        known
            .map(status -> tongue.sayOr("metric." + status.name(), status.register().label()))
            .orElse(told.id().name()),
        known.map(status -> Wording.unit(status.register())).orElse(""),
        cells,
        Trail.of(told.ticks()));
  }

  /** The last that was heard by then. */
  private static Cell cell(
      Tongue tongue, List<Tick> ticks, Duration time, Optional<RegisterStatus> known) {
    return ticks.stream()
        .takeWhile(tick -> tick.fromAlarm().compareTo(time) <= 0)
        .reduce((_, later) -> later)
        .map(tick -> cell(tongue, tick, known))
        .orElse(new Cell("–", false));
  }

  private static Cell cell(Tongue tongue, Tick tick, Optional<RegisterStatus> known) {
    return switch (tick) {
      case Tick.Value(var _, long raw) ->
          new Cell(
              known
                  .map(status -> figure(tongue, status.register(), raw))
                  .orElse(String.valueOf(raw)),
              true);
      case Tick.Gap(var _, String reason) -> new Cell(gap(tongue, reason), false);
    };
  }

  private static String figure(Tongue tongue, Register register, long raw) {
    Moment whenever = new Moment(Instant.EPOCH, Duration.ZERO);
    return Wording.of(tongue, register, new Reading(register.id(), whenever, raw), "").figure();
  }

  private static String gap(Tongue tongue, String reason) {
    String[] parts = reason.split(":", 2);
    String otherwise = tongue.sayOr("js." + parts[0], reason);
    return tongue.sayOr("js.fault." + parts[0], otherwise).replace("{0}", parts[parts.length - 1]);
  }
}
