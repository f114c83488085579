package io.pumphouse.agent.store.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.RegisterId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

final class PackerTest {
  /**
   * Format 1 as it was released, worked out by hand: files in the field look like this, so it never
   * changes. Numbers have seven bits a byte, lowest first; signed ones are folded.
   */
  private static final String GOLDEN =
      "0100" // format 1, not deflated
          + "19ada9c7" // CRC-32 of all but itself
          + "02"
          + "0104"
          + "00d00f" // two faults: refused 2; no answer in 1000 ms
          + "01"
          + "02"
          + "010203"
          + "011201" // one shape, two slots: 3 series from 1; 1 from 9
          + "01"
          + "0002" // one run of polls: shape 0 twice
          + "c0a907"
          + "c0ceaf98f866" // 60,000 ms after boot; wall clock ahead by 1768478340000
          + "a001"
          + "00" // 80 ms later; as far ahead
          + "f04c"
          + "00" // 4,920 ms later
          + "00"
          + "00" // as long after that as in the poll before
          + "02" // two columns are not all values
          + "02"
          + "01"
          + "0102" // column 2: one run, missing twice
          + "03"
          + "02"
          + "0201"
          + "0301" // column 3: two runs, fault 0 once, fault 1 once
          + "dd06"
          + "03" // column 0: a step of 215, a step of -1
          + "9f01"
          + "00"; // column 1: a step of -40, then one still

  @Test
  void whateverIsPackedIsHeardAgain() {
    for (int seed = 0; seed < 500; seed++) {
      List<List<Point>> polls = Samples.oddPolls(new Random(seed));
      Listener listener = new Listener();

      Unpacked unpacked = Unpacker.unpack(Packer.pack(polls), listener);

      List<Point> said = bySeries(polls);
      assertThat(unpacked).as("seed %d", seed).isEqualTo(new Unpacked.Whole(said.size()));
      assertThat(sorted(listener.heard())).as("seed %d", seed).isEqualTo(said);
    }
  }

  @Test
  void eachSeriesIsHeardInTheOrderOfTime() {
    List<List<Point>> polls = Samples.oddPolls(new Random(7));
    Listener listener = new Listener();

    Unpacker.unpack(Packer.pack(polls), listener);

    for (Point point : listener.heard()) {
      assertThat(
              listener.heard().stream()
                  .filter(other -> other.series() == point.series())
                  .map(Point::mono))
          .isSorted();
    }
  }

  @Test
  void formatOneIsReadAsItWasReleased() {
    Listener listener = new Listener();

    Unpacker.unpack(HexFormat.of().parseHex(GOLDEN), listener);

    assertThat(sorted(listener.heard())).isEqualTo(bySeries(goldenPolls()));
  }

  @Test
  void formatOneIsWrittenAsItWasReleased() {
    assertThat(HexFormat.of().formatHex(Packer.pack(goldenPolls()))).isEqualTo(GOLDEN);
  }

  @Test
  void everySingleFlippedBitIsTold() {
    byte[] block = Packer.pack(Samples.oddPolls(new Random(1)));
    for (int bit = 0; bit < 8 * block.length; bit++) {
      byte[] damaged = block.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertDamaged(damaged);
    }
  }

  @Test
  void everyShorterBlockIsTold() {
    byte[] block = Packer.pack(Samples.oddPolls(new Random(2)));
    for (int length = 0; length < block.length; length++) {
      assertDamaged(Arrays.copyOf(block, length));
    }
  }

  /** The checksum vouches for the disk, not for whoever wrote the block. */
  @Test
  void rubbishUnderTheRightChecksumIsToldAndNeverHalfHeard() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      byte[] body = new byte[random.nextInt(40)];
      random.nextBytes(body);
      Listener listener = new Listener();

      Unpacked unpacked = Unpacker.unpack(Envelope.seal(body), listener);

      if (unpacked instanceof Unpacked.Damaged) {
        assertThat(listener.heard()).isEmpty();
      }
    }
  }

  @Test
  void blockOfLaterFormatIsToldByItsNumber() {
    byte[] block = HexFormat.of().parseHex(GOLDEN);
    block[0] = 9;
    CRC32 crc = new CRC32();
    crc.update(block, 0, 2);
    crc.update(block, 6, block.length - 6);
    ByteBuffer.wrap(block).putInt(2, (int) crc.getValue());

    assertThat(Unpacker.unpack(block, new Listener()))
        .isEqualTo(new Unpacked.Damaged("format 9, this agent reads up to 2"));
  }

  /** Two polls of three registers: values that move and stand, one not fitted, one refused. */
  private static List<List<Point>> goldenPolls() {
    long wall = Samples.NOON.toEpochMilli();
    return List.of(
        goldenPoll(Samples.moment(wall, 60_000), 215),
        goldenPoll(Samples.moment(wall + 5_000, 65_000), 214));
  }

  private static List<Point> goldenPoll(Moment at, long outdoor) {
    return List.of(
        new Point(1, Samples.reading("1", at, outdoor)),
        new Point(2, Samples.reading("2", at, -40)),
        new Point(3, new Missing(new RegisterId("3"), at)),
        new Point(
            9,
            new Invalid(
                new RegisterId("9"),
                new Moment(at.wall().plusMillis(80), at.sinceBoot().plusMillis(80)),
                outdoor == 215
                    ? new Fault.Refused(2)
                    : new Fault.NoAnswer(Duration.ofSeconds(1)))));
  }

  private static void assertDamaged(byte[] block) {
    Listener listener = new Listener();
    assertThat(Unpacker.unpack(block, listener)).isInstanceOf(Unpacked.Damaged.class);
    assertThat(listener.heard()).isEmpty();
  }

  private static List<Point> bySeries(List<List<Point>> polls) {
    List<Point> points = new ArrayList<>();
    polls.forEach(poll -> points.addAll(poll.stream().sorted(Point.ORDER).toList()));
    return sorted(points);
  }

  private static List<Point> sorted(List<Point> points) {
    return points.stream().sorted(Comparator.comparingInt(Point::series)).toList();
  }
}
