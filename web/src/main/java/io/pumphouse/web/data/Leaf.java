package io.pumphouse.web.data;

import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.RegisterStatus;
import io.pumphouse.web.model.Stock.Leafed;
import io.pumphouse.web.model.Stock.Way;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import io.pumphouse.web.page.Wording;
import java.time.Instant;
import java.util.List;

/**
 * A leaf of one register's samples, newest first. Public because compiled templates live in a
 * package of their own.
 *
 * @param register the maker's number
 * @param name the public name
 * @param label what a person calls it
 * @param rows its samples
 * @param older the address of the leaf before; empty if this is the first
 * @param newer the address of the leaf after; empty if this is the last
 * @param trouble why it cannot be read, in English; empty if it can
 */
public record Leaf(
    String register,
    String name,
    String label,
    List<Row> rows,
    String older,
    String newer,
    String trouble) {
  public Leaf {
    rows = List.copyOf(rows);
  }

  /**
   * One sample.
   *
   * @param state {@code value}, {@code missing} or {@code invalid}
   * @param why why there is no value, in English; empty if there is one
   */
  public record Row(String at, String state, String figure, String note, String why) {}

  static Leaf of(
      Tongue tongue, Pages pages, String pump, RegisterStatus status, Way way, Leafed leafed) {
    String label = tongue.sayOr("metric." + status.name(), status.register().label());
    String number = status.register().id().name();
    return switch (leafed) {
      case Leafed.Failed(String cause, String next) ->
          new Leaf(number, status.name(), label, List.of(), "", "", cause + "; " + next);
      case Leafed.Leaf(List<Sample> samples, boolean isMore) ->
          new Leaf(
              number,
              status.name(),
              label,
              samples.stream()
                  .map(sample -> row(tongue, pages, status.register(), sample))
                  .toList()
                  .reversed(),
              isOlder(samples, way, isMore) ? address(pump, status, "before", first(samples)) : "",
              isNewer(samples, way, isMore) ? address(pump, status, "after", last(samples)) : "",
              "");
    };
  }

  /** Whoever leafed forward to here came from older ones. */
  private static boolean isOlder(List<Sample> samples, Way way, boolean isMore) {
    return !samples.isEmpty() && (way == Way.ON || isMore);
  }

  private static boolean isNewer(List<Sample> samples, Way way, boolean isMore) {
    return !samples.isEmpty() && (way == Way.BACK || isMore);
  }

  private static Instant first(List<Sample> samples) {
    return samples.getFirst().takenAt().wall();
  }

  private static Instant last(List<Sample> samples) {
    return samples.getLast().takenAt().wall().plusMillis(1);
  }

  private static String address(String pump, RegisterStatus status, String way, Instant edge) {
    return "?pump=%s&metric=%s&%s=%s".formatted(pump, Asked.coded(status.name()), way, edge);
  }

  private static Row row(Tongue tongue, Pages pages, Register register, Sample sample) {
    Wording wording = Wording.of(tongue, register, sample, "");
    return new Row(
        pages.moment(tongue, sample.takenAt().wall()),
        wording.state(),
        wording.figure(),
        wording.note(),
        sample instanceof Invalid invalid ? invalid.fault().words() : "");
  }
}
