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

  /** Looks on the tape for the frame that says all of this, or for one for each of it. */
  private void explain(List<Reading> untrue, Frame tape) {
    List<Part> saying = saying(untrue, tape);
    if (saying.isEmpty() && untrue.size() > 1) {
      untrue.forEach(each -> explain(List.of(each), tape));
    } else if (!saying.isEmpty() && saying.stream().map(Part::frame).noneMatch(farEnd::wasSaid)) {
      tally.undetectable(untrue.size());
    } else if (farEnd.isSlipping()) {
      tally.tooLate(untrue.size());
    } else {
      tally.wrong(untrue.size(), untrue + " out of " + tape);
    }
  }

  /** A piece of the tape that is a whole frame. */
  private record Part(int from, int end, Frame frame) {
    boolean lies(Part within) {
      return !within.equals(this) && within.from <= from && end <= within.end;
    }
  }

  /**
   * The frames that say so. One that lies within another is no frame of its own: damage can make up
   * a whole frame out of the beginning of one and all of the next.
   */
  private List<Part> saying(List<Reading> untrue, Frame tape) {
    List<Long> claims = untrue.stream().map(this::claim).toList();
    List<Part> saying =
        IntStream.range(0, tape.length())
            .boxed()
            .flatMap(from -> beginning(from, tape))
            .filter(piece -> says(piece.frame(), claims))
            .toList();
    return saying.stream().filter(piece -> saying.stream().noneMatch(piece::lies)).toList();
  }

  private long claim(Reading reading) {
    return subject.claim(subject.key(map.find(reading.register()).orElseThrow()), word(reading));
  }

  private static Stream<Part> beginning(int from, Frame tape) {
    return IntStream.rangeClosed(from + 1, tape.length())
        .mapToObj(end -> new Part(from, end, tape.slice(from, end)));
  }

  private boolean says(Frame frame, List<Long> claims) {
    return subject.said(frame).filter(said -> said.containsAll(claims)).isPresent();
  }
}
