package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.clock.Trust;
import io.pumphouse.agent.config.JobHabits;
import io.pumphouse.agent.ledger.Ledger;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A room with a real ledger and real tools, in a temporary folder. */
final class Workshop implements AutoCloseable {
  static final int SIX_MIB = 6 << 20;

  /** With it six mebibytes take six seconds: time to pause, cancel and kill. */
  static final Map<String, String> SLOW = Map.of("bandwidth", "1024 KiB/s");

  /** Between two tries of a notice. */
  static final Duration PAUSE = Duration.ofMillis(20);

  private static final long PATIENCE_SECONDS = 30;

  final Path data;
  final Path source;
  final Path copies;
  final SystemTime time = new SystemTime();
  final Ledger ledger;
  final JobRoom room;

  /** What holds where a job says nothing. */
  volatile JobHabits habits = JobHabits.USUAL;

  private final BlockingQueue<Boolean> tick = new LinkedBlockingQueue<>();

  Workshop(Path folder) throws IOException {
    this(folder, new DestinationGuard());
  }

  Workshop(Path folder, Trust trust) throws IOException {
    this(folder, new DestinationGuard(), () -> true, trust);
  }

  Workshop(Path folder, DestinationGuard guard) throws IOException {
    this(folder, guard, () -> true);
  }

  Workshop(Path folder, DestinationGuard guard, BooleanSupplier network) throws IOException {
    this(folder, guard, network, () -> true);
  }

  private Workshop(Path folder, DestinationGuard guard, BooleanSupplier network, Trust trust)
      throws IOException {
    this.data = Files.createDirectories(folder.resolve("data"));
    this.source = Files.createDirectories(folder.resolve("source"));
    this.copies = folder.resolve("copies");
    this.ledger = new Ledger(data.resolve("ledger.db"), "boot", time);
    ledger.start();
    this.room =
        new JobRoom(
            data,
            ledger.runs(),
            List.of(
                new SnapshotSource("ledger.db", Ledger.version(), ledger::size, ledger::copyTo)),
            ZoneOffset.UTC,
            trust,
            time,
            new Surroundings(guard, network, Duration.ofMillis(10), Duration.ofSeconds(5), PAUSE),
            () -> habits);
  }

  static RunState ended(RunOutcome outcome) {
    return new RunState.Ended(outcome);
  }

  /** Random bytes, which no tool can make fewer. */
  Path file(String name, int bytes) throws IOException {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return Files.write(source.resolve(name), content);
  }

  void job(String type, Map<String, String> more) {
    Map<String, String> settings = new TreeMap<>(Map.of("type", type, "same-disk", "yes"));
    settings.put("destination", copies.toString());
    if (!type.equals("snapshot")) {
      settings.put("source", source.toString());
    }
    settings.putAll(more);
    assertThat(room.jobs().create("job", settings)).isInstanceOf(JobAnswer.Done.class);
  }

  /** A run that has ended may still hold its place for a moment. */
  void start() throws InterruptedException {
    until(() -> room.runs().start("job", "test") instanceof JobAnswer.Done);
  }

  JobRun run() {
    return room.runs().runs("job", Long.MAX_VALUE, 1).getFirst();
  }

  /** Starts the job and waits for its end. */
  JobRun ended() throws InterruptedException {
    start();
    return end();
  }

  void succeeded() throws InterruptedException {
    JobRun run = ended();
    assertThat(run.state()).as("%s", run).isEqualTo(new RunState.Ended(RunOutcome.SUCCEEDED));
  }

  JobRun end() throws InterruptedException {
    until(() -> run().state().isEnded());
    return run();
  }

  JobRun paused() throws InterruptedException {
    until(() -> run().state() instanceof RunState.Paused || run().state().isEnded());
    return run();
  }

  /** Waits until the tool has copied so much. */
  void copied(long bytes) throws InterruptedException {
    until(() -> run().progress().bytes() >= bytes || run().state().isEnded());
    assertThat(run().state().isEnded()).as("%s", run()).isFalse();
  }

  void until(BooleanSupplier isSo) throws InterruptedException {
    long end = time.nanos() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isSo.getAsBoolean()) {
      assertThat(time.nanos())
          .as("still waiting at %s", room.runs().runs("job", Long.MAX_VALUE, 1))
          .isLessThan(end);
      tick.poll(20, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    room.close();
    ledger.close();
  }
}
