package io.pumphouse.hal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.PtyPair;
import io.pumphouse.hal.line.RealTime;
import io.pumphouse.hal.line.SerialLine;
import io.pumphouse.hal.line.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

/**
 * Five hundred exchanges of each protocol on a bad line through real serial ports, in real time.
 */
class PtyProofTest {
  private static final int EXCHANGES = 500;
  private static final long SEED = 20_260_102;

  private static final Duration LONGEST_REST = Duration.ofMillis(150);

  private final RealTime time = new RealTime();

  @TempDir private Path folder;

  @Test
  @Execution(CONCURRENT)
  void aModbusPumpBelievesNothingThatTheDeviceDidNotSayToThisQuestion() throws IOException {
    // Two values and more for each question.
    prove(ModbusWires::pty, 2L * EXCHANGES);
  }

  @Test
  @Execution(CONCURRENT)
  void aRegoBelievesNothingThatTheDeviceDidNotSayToThisQuestion() throws IOException {
    prove(_ -> RegoSubject.pty(), EXCHANGES / 4L);
  }

  @Test
  @Execution(CONCURRENT)
  void anH1BelievesNothingThatTheDeviceDidNotSayToThisQuestion() throws IOException {
    prove(_ -> H1Subject.pty(), 2L * EXCHANGES);
  }

  private void prove(Function<Wiring.Serial, Subject> subjects, long useful) throws IOException {
    try (PtyPair cable = PtyPair.open(folder);
        Line far = new SerialLine(fast(cable.far()), time);
        Line near = new SerialLine(fast(cable.near()), time)) {
      Subject subject = subjects.apply(fast(cable.near()));
      Result result = run(subject, near, far);
      System.out.println(subject.name() + ": " + result);
      Tally tally = result.tally();

      assertThat(tally.lies()).isEmpty();
      assertThat(tally.wrong() + tally.lost()).isZero();
      assertThat(tally.believed()).isGreaterThan(useful);
    }
  }

  private Result run(Subject subject, Line near, Line far) {
    FarEnd farEnd = new FarEnd(subject, time, SEED);
    assertThat(far.open()).isEqualTo(new Line.Opened());
    Thread.ofPlatform().daemon().name("far-end").start(new PtyFarEnd(far, farEnd, time));
    TapedLine line = new TapedLine(near);
    return new Proof(subject, line, subject.pump(line, time), farEnd, PtyProofTest::rest, SEED)
        .run(EXCHANGES);
  }

  /** Nothing ends it but time, and bad bytes are never under way for longer than the most. */
  private static void rest(Duration wanted) {
    Duration rest = wanted.compareTo(LONGEST_REST) < 0 ? wanted : LONGEST_REST;
    LockSupport.parkNanos(rest.toNanos());
  }

  private static Wiring.Serial fast(Wiring.Serial wiring) {
    return new Wiring.Serial(wiring.path(), 115_200, wiring.parity(), wiring.stopBits());
  }
}
