package io.pumphouse.web.page;

import io.pumphouse.hal.reading.Advice;
import io.pumphouse.hal.reading.Latency;
import io.pumphouse.hal.reading.LineReport;
import io.pumphouse.hal.reading.Sign;
import io.pumphouse.web.model.LineStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How a line serves, in words and bars. Public because compiled templates live in a package of
 * their own.
 *
 * @param line what a technician calls it
 * @param unit the pump's number there
 * @param counts each counter with its name
 * @param bars how long answers took
 * @param advice what it points to, in English; empty on a healthy line
 */
public record LineView(
    String line, int unit, List<Count> counts, List<Bar> bars, List<Advice> advice) {
  public LineView {
    counts = List.copyOf(counts);
    bars = List.copyOf(bars);
    advice = List.copyOf(advice);
  }

  /**
   * One counter.
   *
   * @param isBad whether it should be zero and is not
   */
  public record Count(String label, String figure, boolean isBad) {}

  /**
   * One step of the histogram.
   *
   * @param upTo the longest time of this step, in words
   * @param answers how many took so long
   * @param height of its bar, 0 to 100
   */
  public record Bar(String upTo, long answers, int height) {}

  static LineView of(Tongue tongue, LineStatus status) {
    LineReport report = status.report();
    List<Count> counts = new ArrayList<>();
    counts.add(count(tongue, "asked", report.asked()));
    for (Sign sign : Sign.values()) {
      long seen = sign == Sign.STRANGER ? report.overheard().of(sign) : report.signs().of(sign);
      counts.add(
          new Count(
              tongue.say("line." + sign.word()),
              figure(tongue, BigDecimal.valueOf(seen), 0),
              sign != Sign.GOOD && sign != Sign.STRANGER && seen > 0));
    }
    new TreeMap<>(report.refusals())
        .forEach((code, seen) -> counts.add(refusal(tongue, code, seen)));
    counts.add(count(tongue, "reconnects", report.reopened()));
    counts.add(count(tongue, "bytes-sent", report.bytesSent()));
    counts.add(count(tongue, "bytes-heard", report.bytesHeard()));
    counts.add(measure(tongue, "load", BigDecimal.valueOf(report.load() * 100), 1, "%"));
    counts.add(latency(tongue, "p50", report.latency().within(50).toMillis()));
    counts.add(latency(tongue, "p95", report.latency().within(95).toMillis()));
    counts.add(latency(tongue, "longest", report.latency().longest().toMillis()));
    return new LineView(
        status.line(), status.unit(), counts, bars(report.latency()), report.advice());
  }

  private static Count refusal(Tongue tongue, int code, long seen) {
    return new Count(tongue.say("line.refusal", code), String.valueOf(seen), true);
  }

  private static Count latency(Tongue tongue, String key, long millis) {
    return measure(tongue, key, BigDecimal.valueOf(millis), 0, "ms");
  }

  private static Count count(Tongue tongue, String key, long number) {
    return new Count(
        tongue.say("line." + key), figure(tongue, BigDecimal.valueOf(number), 0), false);
  }

  private static Count measure(
      Tongue tongue, String key, BigDecimal number, int places, String unit) {
    return new Count(
        tongue.say("line." + key), figure(tongue, number, places) + "\u00a0" + unit, false);
  }

  private static String figure(Tongue tongue, BigDecimal number, int places) {
    return Figure.of(number.setScale(places, RoundingMode.HALF_EVEN), places, tongue.decimalMark());
  }

  private static List<Bar> bars(Latency latency) {
    long most = latency.counts().stream().mapToLong(Long::longValue).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (int step = 0; step < Latency.STEPS; step++) {
      long answers = latency.counts().get(step);
      int height = most == 0 ? 0 : Math.toIntExact((answers * 100 + most - 1) / most);
      bars.add(new Bar(upTo(step), answers, height));
    }
    return bars;
  }

  private static String upTo(int step) {
    if (step == Latency.STEPS - 1) {
      return "> " + upTo(step - 1);
    }
    long millis = Latency.upTo(step).toMillis();
    return millis < 1000 ? millis + "\u00a0ms" : Math.round(millis / 1024.0) + "\u00a0s";
  }
}
