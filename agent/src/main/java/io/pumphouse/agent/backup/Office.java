package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.ToolCheck;
import io.pumphouse.agent.clock.Trust;
import io.pumphouse.agent.config.JobHabits;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.BackupGlance;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.JobRuns;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Those who do the work, where there is any. Thread-safe. */
final class Office implements AutoCloseable {
  /** Where tools are looked for, by us and by the system. */
  private static final String PATH = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");

  /** Longer than tools of an earlier agent may take to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Definitions definitions;
  private final Foreman foreman;
  private final Turnstile turnstile;
  private final Schedule schedule;
  private final Standing standing;
  private final Recovery recovery;
  private final Keeping keeping;
  private final Chronicle chronicle;
  private final Reporter reporter;
  private final Thread thread = Thread.ofVirtual().name("backup-schedule").unstarted(this::work);

  Office(
      Path data,
      RunMemory memory,
      List<SnapshotSource> sources,
      ZoneId zone,
      Trust trust,
      TimeSource time,
      Surroundings surroundings,
      Supplier<JobHabits> habits,
      JobRuns.Listener listener) {
    Path absolute = data.toAbsolutePath().normalize();
    JobShelf shelf = new JobShelf(absolute.resolve(JobShelf.FILE), new JobChecks(absolute));
    this.chronicle = new Chronicle(memory, zone, time);
    this.reporter = new Reporter(absolute, time, surroundings.pause(), habits);
    List<JobRuns.Listener> listeners =
        List.of(chronicle::hear, listener, reporter, this::standAnew);
    Site site =
        new Site(
            absolute,
            zone,
            memory,
            time,
            trust,
            surroundings,
            habits,
            run -> listeners.forEach(each -> each.hear(run)));
    this.turnstile = new Turnstile(new Runner(site, sources, new Random()));
    Plan plan = new Plan(new Timetable(zone), trust, time);
    this.standing = new Standing(shelf, memory, turnstile, plan, reporter);
    this.schedule = new Schedule(standing::due);
    this.definitions = new Definitions(shelf, turnstile, standing, new ToolCheck(time, PATH));
    this.foreman = new Foreman(site, shelf, turnstile);
    this.recovery = new Recovery(site, shelf, foreman);
    this.keeping = new Keeping(site, shelf, standing, turnstile, sources);
  }

  /** Not here and now: whoever tells of a run holds it. */
  private void standAnew(JobRun run) {
    if (run.state().isEnded()) {
      schedule.lookSoon();
    }
  }

  Definitions definitions() {
    return definitions;
  }

  Foreman foreman() {
    return foreman;
  }

  Recovery recovery() {
    return recovery;
  }

  Reporter reporter() {
    return reporter;
  }

  Keeping keeping() {
    return keeping;
  }

  Chronicle chronicle() {
    return chronicle;
  }

  BackupGlance glance() {
    return standing.glance().withInterrupted(recovery.left());
  }

  Check check() {
    return standing.check();
  }

  /** Ends what an earlier agent left behind, then begins to run jobs. Returns at once. */
  void start() {
    thread.start();
  }

  private void work() {
    recovery.endUnfinished();
    recovery.goOn();
    turnstile.start();
    schedule.run(job -> foreman.start(job, "schedule"));
  }

  @Override
  public void close() {
    schedule.close();
    awaitEnd();
    turnstile.close();
    reporter.close();
  }

  /** What begins after the end would never be ended, and the ledger is closed next. */
  private void awaitEnd() {
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
