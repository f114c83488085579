package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.pack.Samples.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Stretch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be read of a damaged file comes back. */
final class SalvageTest {
  private static final int DAYS = 20;

  @TempDir private Path folder;
  private Rig rig = new Rig(Path.of(""));

  @BeforeEach
  void build() {
    rig = new Rig(folder);
  }

  @Test
  void mostHoursComeBackFromAFileWithAHoleInIt() throws IOException {
    SortedMap<Integer, Stretch> before = fill();
    overwrite(Files.size(rig.file()) / 2, 3_000);

    try (ReadingStore store = rig.store("next", Rig.NEVER)) {
      assertThat(rig.hours(store)).isEmpty();
      store.upkeep();

      SortedMap<Integer, Stretch> after = rig.hours(store);
      assertThat(after).hasSizeGreaterThan(before.size() * 3 / 4);
      assertThat(before).containsAllEntriesOf(after);
      assertThat(store.check().cause()).doesNotContain("copied back: 0");
    }
  }

  @Test
  void nothingIsCopiedTwice() throws IOException {
    long once;
    fill();
    overwrite(Files.size(rig.file()) / 2, 3_000);
    try (ReadingStore store = rig.store("next", Rig.NEVER)) {
      store.upkeep();
      once = readings(store);
    }
    try (ReadingStore store = rig.store("next", Rig.NEVER)) {
      store.upkeep();

      assertThat(readings(store)).isEqualTo(once).isPositive();
    }
  }

  private long readings(ReadingStore store) {
    Span all = new Span(rig.start(), rig.time().wall());
    return store.recollection().each(HOUSE, Set.of(Rig.OUTDOOR), all, _ -> {})
            instanceof Outcome.Done<Long>(Long told)
        ? told
        : -1;
  }

  /** A file system that lost the end of the file, anywhere in it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 600, 1_500, 3_000, 5_000, 7_000, 8_000, 9_000, 9_700, 9_990})
  void whatIsLeftOfAFileCutShortComesBack(int tenThousandths) throws IOException {
    SortedMap<Integer, Stretch> before = fill();
    try (FileChannel channel = FileChannel.open(rig.file(), StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() * tenThousandths / 10_000);
    }

    try (ReadingStore store = rig.store("next", Rig.NEVER)) {
      store.upkeep();
      SortedMap<Integer, Stretch> whole = new TreeMap<>(rig.hours(store));
      whole.values().removeIf(hour -> hour.covered() < 1); // the last before what is missing
      assertThat(before).containsAllEntriesOf(whole);
      assertThat(whole).hasSizeGreaterThan(expected(tenThousandths, before.size()));

      rig.poll(store, 7);
      store.commit();
      assertThat(store.check().cause()).contains("moved aside");
    }
  }

  /** Tables of names and the roots of the trees are among the first pages. */
  private static int expected(int tenThousandths, int hours) {
    return tenThousandths < 3_000 ? -1 : hours * (tenThousandths - 2_500) / 10_000 / 2;
  }

  @Test
  void fileWithoutAHeaderIsGivenUpAndStoringGoesOn() throws IOException {
    fill();
    overwrite(0, 2_000);

    try (ReadingStore store = rig.store("next", Rig.NEVER)) {
      rig.poll(store, 7);
      store.commit();
      store.upkeep();

      assertThat(store.check().cause()).contains("copied back: 0");
      assertThat(rig.outdoor(store).highest()).isEqualTo(7);
    }
  }

  private SortedMap<Integer, Stretch> fill() {
    try (ReadingStore store = rig.store()) {
      rig.minutes(store, DAYS * 1_440);
      store.upkeep();
      return rig.hours(store);
    }
  }

  private void overwrite(long at, int bytes) throws IOException {
    byte[] rubbish = new byte[bytes];
    Arrays.fill(rubbish, (byte) 0xA5);
    try (FileChannel channel = FileChannel.open(rig.file(), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(rubbish), at);
    }
  }
}
