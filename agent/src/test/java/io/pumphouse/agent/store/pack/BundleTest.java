package io.pumphouse.agent.store.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Fault;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BundleTest {
  /**
   * The body of format 2 as it was released, worked out by hand: files in the field look like this,
   * so it never changes. Numbers are as in format 1.
   */
  private static final String GOLDEN =
      "01"
          + "0104" // one fault: refused 2
          + "02" // two beats
          + "03"
          + "944e" // three times, usually 5,002 ms apart:
          + "acdb06"
          + "03"
          + "00" // 54,998 ms more, for the first is the way from boot; 2 ms less; as usual
          + "819ddfb0f0cd01"
          + "02" // wall clock ahead by 1768478340000: a step, then twice still
          + "03"
          + "a001" // as many times, usually 80 ms after those of the beat before:
          + "00"
          + "00"
          + "01" // as usual twice, then 1 ms less
          + "819ddfb0f0cd01"
          + "02" // as far ahead
          + "02" // two strands
          + "01"
          + "00"
          + "05" // series 1, beat 0, 5 bytes:
          + "04" // all values
          + "dd06"
          + "00"
          + "03" // a step of 215, one still, a step of -1
          + "08"
          + "01"
          + "05" // series 9, beat 1, 5 bytes:
          + "09"
          + "03"
          + "03" // fault 0, missing, a value:
          + "9f01"; // a step of -40

  @Test
  void formatTwoIsReadAsItWasReleased() {
    Strands heard = new Strands();

    Unpacker.unpack(Envelope.seal(Bundle.FORMAT, HexFormat.of().parseHex(GOLDEN)), heard);

    assertThat(heard).isEqualTo(golden());
  }

  @Test
  void formatTwoIsWrittenAsItWasReleased() throws DamagedBlock {
    ByteBuffer body = Envelope.open(Bundle.pack(golden()));
    byte[] bytes = new byte[body.remaining()];
    body.get(bytes);

    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(GOLDEN);
  }

  @Test
  void whateverIsBundledIsHeardAgainInTheSameOrder() {
    for (int seed = 0; seed < 300; seed++) {
      Strands strands = new Strands();
      Random random = new Random(seed);
      for (int part = 0; part < 5; part++) {
        Unpacker.unpack(Packer.pack(Samples.oddPolls(random)), strands);
      }
      Listener said = new Listener();
      strands.all().forEach(strand -> strand.tell(said, strands.faults()));
      Listener heard = new Listener();

      Unpacked unpacked = Unpacker.unpack(Bundle.pack(strands), heard);

      assertThat(unpacked).as("seed %d", seed).isEqualTo(new Unpacked.Whole(strands.size()));
      assertThat(heard.heard()).as("seed %d", seed).isEqualTo(said.heard());
    }
  }

  @Test
  void onlyWhatIsWantedIsHeard() {
    Strands strands = new Strands();
    for (int series = 1; series <= 9; series++) {
      strands.value(series, 1_000, 10, series);
      strands.missing(series, 2_000, 20);
    }
    List<Integer> heard = new ArrayList<>();
    Listener some =
        new Listener() {
          @Override
          public boolean wants(int series) {
            return series % 4 == 0;
          }
        };

    assertThat(Unpacker.unpack(Bundle.pack(strands), some)).isEqualTo(new Unpacked.Whole(4));
    some.heard().forEach(point -> heard.add(point.series()));
    assertThat(heard).containsExactly(4, 4, 8, 8);
  }

  @Test
  void everyDamagedByteIsToldAndNothingIsHeard() {
    Strands strands = new Strands();
    Unpacker.unpack(Packer.pack(Samples.oddPolls(new Random(3))), strands);
    byte[] bundle = Bundle.pack(strands);
    for (int at = 0; at < bundle.length; at++) {
      byte[] damaged = bundle.clone();
      damaged[at] ^= 0x10;
      Listener listener = new Listener();

      assertThat(Unpacker.unpack(damaged, listener)).isInstanceOf(Unpacked.Damaged.class);
      assertThat(listener.heard()).isEmpty();
    }
  }

  /** A body that contradicts itself under a checksum that fits is refused all the same. */
  @Test
  void noiseUnderAGoodChecksumIsRefusedOrWhole() {
    Random random = new Random(20261121);
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      Listener listener = new Listener();

      Unpacked unpacked = Unpacker.unpack(Envelope.seal(Bundle.FORMAT, noise), listener);

      if (unpacked instanceof Unpacked.Damaged) {
        assertThat(listener.heard()).isEmpty();
      }
    }
  }

  @Test
  void hoursAtRestTakeNextToNothing() {
    Strands strands = new Strands();
    for (int poll = 0; poll < 1_440; poll++) {
      for (int series = 1; series <= 45; series++) {
        strands.value(series, 5_000L * poll, 5_000L * poll, series * 10 + poll / 300);
      }
    }

    assertThat(Bundle.pack(strands).length).isLessThan(strands.size() / 200);
  }

  private static Strands golden() {
    Strands strands = new Strands();
    long zero = Samples.NOON.toEpochMilli() - 60_000;
    strands.value(1, zero + 60_000, 60_000, 215);
    strands.value(1, zero + 65_000, 65_000, 215);
    strands.value(1, zero + 70_002, 70_002, 214);
    strands.invalid(9, zero + 60_080, 60_080, new Fault.Refused(2));
    strands.missing(9, zero + 65_080, 65_080);
    strands.value(9, zero + 70_081, 70_081, -40);
    return strands;
  }
}
