package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tool, connection and agent are killed at points drawn from a seed. No run is told better than it
 * was, nothing but the destination is touched, and the last good backup stays good.
 */
final class RandomKillsTest {
  private static final int SIZE = 4 << 20;
  private static final RunState SUCCEEDED = new RunState.Ended(RunOutcome.SUCCEEDED);

  @TempDir private Path folder;

  private Path bystander() throws IOException {
    return Files.writeString(folder.resolve("bystander"), "not of this job");
  }

  private static void assertUntouched(Path bystander, Workshop shop) {
    assertThat(bystander).hasContent("not of this job");
    assertThat(shop.source.toFile().list()).containsExactly("big");
    assertThat(shop.source.resolve("big")).hasSize(SIZE);
  }

  @ParameterizedTest
  @CsvSource({"rsync, 1", "rsync, 2", "rsync, 3", "rclone, 4", "rclone, 5", "rclone, 6"})
  void aToolThatIsKilled(String type, long seed) throws Exception {
    Path bystander = bystander();
    try (Workshop shop = new Workshop(folder)) {
      shop.room.start();
      Path file = shop.file("big", SIZE);
      shop.job(type, Workshop.SLOW);
      shop.start();
      // rsync tells how far it came once a second: two more are left when this is heard.
      shop.copied(new Random(seed).nextInt(SIZE / 4));
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      JobRun killed = shop.end();
      assertThat(killed.state()).as("%s", killed).isEqualTo(new RunState.Ended(RunOutcome.FAILED));
      assertThat(killed.progress().percent()).isLessThan(100);
      assertThat(killed.isVerified()).isFalse();
      assertUntouched(bystander, shop);
      shop.room.jobs().edit("job", Map.of("bandwidth", ""));
      assertThat(shop.ended().state()).isEqualTo(SUCCEEDED);
      assertThat(shop.copies.resolve("big")).hasSameBinaryContentAs(file);
      assertThat(shop.copies.toFile().list()).as("what the killed tool left").hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aConnectionThatBreaks(long seed) throws Exception {
    Path bystander = bystander();
    Path remote = Files.createDirectories(folder.resolve("remote"));
    try (Workshop shop = new Workshop(folder);
        Loopback loopback = new Loopback(folder)) {
      shop.room.start();
      Path config = Files.writeString(folder.resolve("rsyncd.conf"), daemon(loopback.port, remote));
      loopback.serve("rsync", "--daemon", "--no-detach", "--config=" + config);
      shop.until(loopback::answers);
      Path file = shop.file("big", SIZE);
      try (Wire wire = new Wire(loopback.port)) {
        shop.job("rsync", Map.of("destination", "rsync://127.0.0.1:" + wire.port() + "/copies/"));
        shop.room.jobs().edit("job", Map.of("attempts", "1"));
        wire.breakAfter(new Random(seed).nextInt(SIZE));
        JobRun broken = shop.ended();
        assertThat(broken.state())
            .as("%s", broken)
            .isEqualTo(new RunState.Ended(RunOutcome.FAILED));
        assertThat(broken.progress().percent()).isLessThan(100);
        assertUntouched(bystander, shop);
        // The daemon may still be putting away what it got of the first: another one is sent whole.
        Path more = shop.file("more", SIZE);
        wire.breakAfter(new Random(seed).nextInt(SIZE));
        wire.breakOnce();
        shop.room.jobs().edit("job", Map.of("attempts", "3"));
        JobRun healed = shop.ended();
        assertThat(healed.state()).as("%s", healed).isEqualTo(SUCCEEDED);
        assertThat(healed.attempts()).isGreaterThan(1);
        assertThat(remote.resolve("big")).hasSameBinaryContentAs(file);
        assertThat(remote.resolve("more")).hasSameBinaryContentAs(more);
      }
    }
  }

  private static String daemon(int port, Path remote) {
    return """
        use chroot = no
        port = %d
        address = 127.0.0.1
        [copies]
        path = %s
        read only = no
        uid = %s
        """
        .formatted(port, remote, System.getProperty("user.name"));
  }

  @ParameterizedTest
  @CsvSource({"rsync, 1", "rclone, 2"})
  void anAgentThatIsKilledWhileItCopies(String type, long seed) throws Exception {
    Path bystander = bystander();
    byte[] content = new byte[SIZE];
    new Random(seed).nextBytes(content);
    Path file = Files.createDirectories(folder.resolve("source")).resolve("big");
    Files.write(file, content);
    Process doomed = DoomedAgent.start(folder, type);
    await(doomed, new Random(seed).nextInt(SIZE / 2) + 1L);
    doomed.destroyForcibly().waitFor();
    try (Workshop shop = new Workshop(folder)) {
      shop.room.start();
      shop.until(() -> shop.room.recovery().interrupted().size() == 1);
      JobRun run = shop.run();
      assertThat(run.state()).isEqualTo(new RunState.Ended(RunOutcome.INTERRUPTED));
      assertThat(run.progress().percent()).isLessThan(100);
      assertUntouched(bystander, shop);
      shop.room.jobs().edit("job", Map.of("bandwidth", ""));
      assertThat(shop.room.recovery().resume(List.of(run.id()), "test"))
          .allSatisfy(answer -> assertThat(answer).isInstanceOf(JobAnswer.Done.class));
      assertThat(shop.end().state()).isEqualTo(SUCCEEDED);
      assertThat(shop.room.recovery().interrupted()).isEmpty();
      assertThat(shop.copies.resolve("big")).hasSameBinaryContentAs(file);
    }
  }

  /** Until the doomed agent has copied so much, under whatever name its tool uses meanwhile. */
  private void await(Process doomed, long bytes) throws IOException, InterruptedException {
    for (int look = 0; look < 1_000 && copied() < bytes; look++) {
      assertThat(doomed.waitFor(20, TimeUnit.MILLISECONDS))
          .as(Files.readString(folder.resolve("doomed.log")))
          .isFalse();
    }
    assertThat(copied()).isGreaterThanOrEqualTo(bytes);
  }

  private long copied() throws IOException {
    Path copies = folder.resolve("copies");
    if (Files.notExists(copies)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(copies)) {
      return files.mapToLong(file -> file.toFile().length()).filter(it -> it != 4096).sum();
    }
  }

  @Test
  void anAgentThatIsKilledWhileItTakesSnapshots() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 2; round++) {
      Process doomed = DoomedAgent.start(folder, "snapshot");
      int wanted = Snapshots.valid(folder.resolve("copies")).size() + 1;
      for (int look = 0; Snapshots.valid(folder.resolve("copies")).size() < wanted; look++) {
        assertThat(look).isLessThan(1_000);
        assertThat(doomed.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
      }
      doomed.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS);
      doomed.destroyForcibly().waitFor();
      Files.delete(folder.resolve("data/jobs.yaml")); // the next one makes it anew
    }
    try (Workshop shop = new Workshop(folder)) {
      long succeeded =
          shop.ledger.runs().runs("job", Long.MAX_VALUE, 1_000).stream()
              .filter(run -> run.state().equals(SUCCEEDED))
              .count();
      try (Stream<Path> files = Files.list(shop.copies)) {
        long manifests = files.filter(file -> file.toString().endsWith(".json")).count();
        assertThat(Snapshots.valid(shop.copies)).hasSize((int) manifests);
        assertThat(manifests).isGreaterThanOrEqualTo(succeeded).isGreaterThan(1);
      }
    }
  }
}
