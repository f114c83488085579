package io.pumphouse.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.sqlite.Trouble;
import io.pumphouse.agent.store.pack.Listener;
import io.pumphouse.agent.store.pack.Point;
import io.pumphouse.agent.store.pack.Samples;
import io.pumphouse.agent.store.pack.Unpacked;
import io.pumphouse.agent.store.pack.Unpacker;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at any moment costs at most what one commit interval brought, and nothing else. */
final class KillTest {
  private static final int KILLS = 40;
  private static final int LONGEST_LIFE_MILLIS = 600;

  /** The others live that long from when their first commit is safe. */
  private static final int EARLY_EACH = 4;

  @TempDir Path folder;
  private long lastNumber;

  @Test
  void whatWasCommittedOutlivesEveryKill() throws Exception {
    Random random = new Random(4711);
    int acknowledged = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      List<Long> safe = liveAndDie(random.nextInt(LONGEST_LIFE_MILLIS), kill);
      acknowledged += safe.size();
      checkTheFile(kill);
      if (!safe.isEmpty()) {
        // Every acknowledged commit is there: only what came after the last one began may be lost.
        assertThat(lastNumber).as("kill %d", kill).isGreaterThanOrEqualTo(safe.getLast());
      }
    }
    assertThat(acknowledged).as("commits that were put to the test").isGreaterThan(KILLS);
    assertThat(new Rig(folder).number("SELECT count(*) FROM roll"))
        .as("chunks that were rolled up meanwhile")
        .isGreaterThan(2); // all lives begin in the same hour
  }

  private List<Long> liveAndDie(int millis, int kill) throws IOException, InterruptedException {
    List<String> safe = new ArrayList<>();
    Process doomed = start("boot " + kill);
    try (BufferedReader said = doomed.inputReader()) {
      assertThat(said.readLine()).isEqualTo("ready");
      if (kill % EARLY_EACH != 0) {
        safe.add(said.readLine());
      }
      assertThat(doomed.waitFor(millis, TimeUnit.MILLISECONDS)).as("died by itself").isFalse();
      doomed.toHandle().destroyForcibly(); // unlike the process, its handle leaves the pipe open
      said.lines().filter(line -> !line.isEmpty()).forEach(safe::add);
      return safe.stream().map(Long::valueOf).toList();
    } finally {
      doomed.destroyForcibly();
    }
  }

  private Process start(String boot) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xmx64m",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.sqlite.tmpdir=" + folder, // who is killed does not clean up
            "-cp",
            System.getProperty("java.class.path"),
            Doomed.class.getName(),
            folder.resolve("readings.db").toString(),
            String.valueOf(lastNumber + 1),
            boot)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void checkTheFile(int kill) {
    try (Database database =
        new Database(folder.resolve("readings.db"), Tables.SCHEMA, new HandTime(), "checker")) {
      switch (database.run(this::readOn)) {
        case Outcome.Done<Boolean>(Boolean isSound) ->
            assertThat(isSound).as("quick_check after kill %d", kill).isTrue();
        case Outcome.Failed<Boolean>(Trouble trouble) ->
            throw new AssertionError("kill " + kill + ": " + trouble);
      }
      assertThat(database.damaged()).as("moved aside after kill %d", kill).isEmpty();
    }
  }

  /** Reads all there is: no block damaged, no number left out or told twice. */
  private boolean readOn(Session session) {
    lastNumber = 0;
    long numbers =
        session
            .rows("SELECT id FROM series WHERE register = 'number'", row -> row.number(1))
            .stream()
            .findFirst()
            .orElse(0L);
    session.each(
        "SELECT payload FROM block ORDER BY id",
        row -> {
          Listener listener = new Listener();
          assertThat(Unpacker.unpack(row.bytes(1), listener)).isInstanceOf(Unpacked.Whole.class);
          listener.heard().stream()
              .filter(point -> point.series() == numbers)
              .forEach(point -> follow(point));
        });
    return session.rows("PRAGMA quick_check", row -> row.text(1)).equals(List.of("ok"));
  }

  private void follow(Point point) {
    assertThat(point.sample())
        .isEqualTo(
            Samples.reading(
                String.valueOf(point.series()), point.sample().takenAt(), lastNumber + 1));
    lastNumber++;
  }
}
