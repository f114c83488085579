package io.pumphouse.agent.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RingTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Random random = new Random(7);

  @Test
  void defaultSettingsFitInFiftyKibibytesAtFullRate() {
    Ring ring = new Ring(BlackBox.ROOM);
    fill(ring, 45, Duration.ofSeconds(5));

    assertThat(ring.size()).isLessThan(50 * 1024);
    assertThat(points(ring)).hasSizeGreaterThanOrEqualTo(45 * 180);
  }

  @Test
  void aHundredRegistersEverySecondFitAtFullRate() {
    Ring ring = new Ring(BlackBox.ROOM);
    fill(ring, 100, Duration.ofSeconds(1));

    assertThat(ring.size()).isLessThan(BlackBox.ROOM);
    assertThat(points(ring)).hasSizeGreaterThanOrEqualTo(100 * 900);
  }

  @Test
  void whatIsOlderThanItsSpanIsForgotten() {
    Ring ring = new Ring(BlackBox.ROOM);
    fill(ring, 10, Duration.ofSeconds(5));

    long oldest = HOUR.minus(Ring.SPAN).minus(Ring.CHUNK.multipliedBy(3)).toMillis();
    assertThat(points(ring)).allSatisfy(p -> assertThat(p.millis()).isGreaterThan(oldest));
  }

  @Test
  void pumpThatIsAskedRarelyIsRememberedAsLong() {
    Ring ring = new Ring(BlackBox.ROOM);
    fill(ring, 3, Duration.ofMinutes(1));

    assertThat(points(ring).getFirst().millis())
        .isLessThanOrEqualTo(HOUR.minus(Ring.SPAN).toMillis());
  }

  @Test
  void beyondTheRoomTheOldestIsThinnedBeforeAnythingIsDropped() {
    Ring ring = new Ring(100 * 1024);
    fill(ring, 100, Duration.ofSeconds(1));

    List<Point> points = points(ring);
    assertThat(ring.size()).isLessThan(102 * 1024);
    assertThat(points.getFirst().millis())
        .isLessThan(HOUR.minus(Ring.SPAN).plusSeconds(30).toMillis());
    assertThat(after(points, HOUR.minusSeconds(60))).isGreaterThanOrEqualTo(60 * 100);
  }

  @Test
  void whenThinningIsNotEnoughTheOldestGo() {
    Ring ring = new Ring(8 * 1024);
    fill(ring, 100, Duration.ofSeconds(1));

    assertThat(ring.size()).isLessThan(16 * 1024);
    assertThat(after(points(ring), HOUR.minusSeconds(10))).isPositive();
  }

  @Test
  void everyKindOfNumberSurvives() {
    Pen pen = new Pen();
    List<Long> all = List.of(0L, 1L, -1L, 127L, 128L, -32768L, Long.MAX_VALUE, Long.MIN_VALUE);
    all.forEach(pen::signed);
    Lens lens = new Lens(pen.toBytes());

    assertThat(all.stream().map(_ -> lens.signed())).containsExactlyElementsOf(all);
  }

  private static long after(List<Point> points, Duration from) {
    return points.stream().filter(point -> point.millis() >= from.toMillis()).count();
  }

  private static List<Point> points(Ring ring) {
    return ring.strip(0).chunks().stream().flatMap(chunk -> chunk.points().stream()).toList();
  }

  /** An hour of polls; values as a pump has them. */
  private void fill(Ring ring, int registers, Duration interval) {
    for (Duration at = Duration.ZERO; at.compareTo(HOUR) <= 0; at = at.plus(interval)) {
      Moment now = new Moment(Instant.EPOCH.plus(at), at);
      List<Sample> samples =
          IntStream.range(0, registers)
              .<Sample>mapToObj(
                  i -> new Reading(new RegisterId("r" + i), now, random.nextInt(-100, 1_200)))
              .toList();
      ring.add(new Batch(new PumpId("house"), new Link.Untried(), Duration.ZERO, samples, true));
    }
  }
}
