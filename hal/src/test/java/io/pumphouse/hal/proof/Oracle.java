package io.pumphouse.hal.proof;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Judges what a pump believed by what the device said to this very question. Confined to one
 * thread.
 */
final class Oracle {
  private final Subject subject;
  private final RegisterMap map;
  private final FarEnd farEnd;
  private final Tally tally;

  Oracle(Subject subject, RegisterMap map, FarEnd farEnd, Tally tally) {
    this.subject = subject;
    this.map = map;
    this.farEnd = farEnd;
    this.tally = tally;
  }

  /**
   * Judges one read that took one question.
   *
   * @param since how many moments the device had seen before it
   * @param tape what was heard in it
   */
  void judge(List<Sample> samples, long since, Frame tape) {
    List<Reading> readings = samples.stream().flatMap(Oracle::reading).toList();
    tally.read(readings.size(), samples.size() - readings.size());
    List<Reading> untrue = readings.stream().filter(each -> !isTrue(each, since)).toList();
    if (!untrue.isEmpty()) {
      explain(untrue, tape);
    }
  }

  private static Stream<Reading> reading(Sample sample) {
    return switch (sample) {
      case Reading reading -> Stream.of(reading);
      case Missing _, Invalid _ -> Stream.empty();
    };
  }

  private boolean isTrue(Reading reading, long since) {
    int key = subject.key(map.find(reading.register()).orElseThrow());
    return farEnd.held(key, word(reading), since);
  }

  /** What it was on the wire, whether or not its register has a sign. */
  private static long word(Reading reading) {
    return reading.raw() & 0xFFFF;
  }

  /** Looks on the tape for the frames that say so, and whether anybody ever said them. */
  private void explain(List<Reading> untrue, Frame tape) {
    List<Long> words = untrue.stream().map(Oracle::word).toList();
    List<Frame> saying =
        IntStream.range(0, tape.length())
            .boxed()
            .flatMap(from -> beginning(from, tape))
            .filter(frame -> says(frame, words))
            .toList();
    if (!saying.isEmpty() && saying.stream().noneMatch(farEnd::wasSaid)) {
      tally.undetectable(untrue.size());
    } else if (farEnd.isSlipping()) {
      tally.tooLate(untrue.size());
    } else {
      tally.wrong(untrue.size(), untrue + " out of " + tape);
    }
  }

  private static Stream<Frame> beginning(int from, Frame tape) {
    return IntStream.rangeClosed(from + 1, tape.length()).mapToObj(end -> tape.slice(from, end));
  }

  private boolean says(Frame frame, List<Long> words) {
    return subject.said(frame).filter(said -> said.containsAll(words)).isPresent();
  }
}
