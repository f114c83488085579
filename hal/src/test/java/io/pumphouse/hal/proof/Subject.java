package io.pumphouse.hal.proof;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.TimeSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What one protocol brings to the proof: the pump under test, and a truthful device that shares no
 * code with it.
 */
interface Subject {
  String name();

  Reach reach();

  /** The pump under test, on this line. */
  HeatPump pump(Line line, TimeSource time);

  /** By which number {@link Truth} knows this register; no other register has the same. */
  int key(Register register);

  /**
   * What the device says to these bytes: the words of {@link Truth} as they are at this moment.
   *
   * @return one answer, or nothing at all to what is no whole question
   */
  Frame answer(Frame question, Truth.Now now);

  /** The parts of one answer that are believed or not each by itself; together the answer. */
  default List<Frame> parts(Frame answer) {
    return List.of(answer);
  }

  /** What a part says that says this word of this register. */
  default long claim(int key, long word) {
    return word;
  }

  /** What somebody else on the line may say while this question is open: whole, but not for us. */
  Frame foreign(Frame question, Random random);

  /**
   * What a part of an answer says that is whole by its own marks, checksum and lengths.
   *
   * @return the {@link #claim}s in it; empty if it is not exactly one whole part
   */
  Optional<List<Long>> said(Frame frame);
}
