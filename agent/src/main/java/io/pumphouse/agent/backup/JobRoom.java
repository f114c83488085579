package io.pumphouse.agent.backup;

import io.pumphouse.agent.clock.Trust;
import io.pumphouse.agent.config.JobHabits;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.BackupGlance;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.JobHistory;
import io.pumphouse.web.model.JobRecovery;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.JobRuns;
import io.pumphouse.web.model.Jobs;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Media;
import io.pumphouse.web.model.Notices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The backup jobs. Those who do the work are called in when there is a job or somebody asks: an
 * agent without jobs pays for one look at its folder in a while. Thread-safe.
 */
public final class JobRoom implements Backups, AutoCloseable {
  /** Where its runs write what they did, in the agent's folder. */
  public static final String LOGS = RunLog.FOLDER;

  static final long LOOK_SECONDS = 20;

  private final Path data;
  private final RunMemory memory;
  private final List<SnapshotSource> sources;
  private final ZoneId zone;
  private final Trust trust;
  private final TimeSource time;
  private final List<JobRuns.Listener> listeners = new CopyOnWriteArrayList<>();
  private final Semaphore end = new Semaphore(0);
  private final Surroundings surroundings;
  private final Supplier<JobHabits> habits;
  private boolean isStarted;
  private volatile Staff staff = new Staff.Away();

  private sealed interface Staff {
    /** Nobody was needed yet. */
    record Away() implements Staff {}

    record AtWork(Office office) implements Staff {}
  }

  /**
   * A room in which nothing happens before {@link #start()}.
   *
   * @param data the agent's folder: {@code jobs.yaml} and {@code runs/} are in it
   * @param sources what a snapshot copies
   * @param zone the calendar of the schedules
   */
  public JobRoom(
      Path data,
      RunMemory memory,
      List<SnapshotSource> sources,
      ZoneId zone,
      Trust trust,
      TimeSource time) {
    this(data, memory, sources, zone, trust, time, Surroundings.REAL, () -> JobHabits.USUAL);
  }

  /**
   * The same in a house with habits of its own.
   *
   * @param habits how jobs are run where they say nothing else; asked each time
   */
  public JobRoom(
      Path data,
      RunMemory memory,
      List<SnapshotSource> sources,
      ZoneId zone,
      Trust trust,
      TimeSource time,
      Supplier<JobHabits> habits) {
    this(data, memory, sources, zone, trust, time, Surroundings.REAL, habits);
  }

  JobRoom(
      Path data,
      RunMemory memory,
      List<SnapshotSource> sources,
      ZoneId zone,
      Trust trust,
      TimeSource time,
      Surroundings surroundings,
      Supplier<JobHabits> habits) {
    this.data = data;
    this.memory = memory;
    this.sources = List.copyOf(sources);
    this.zone = zone;
    this.trust = trust;
    this.time = time;
    this.surroundings = surroundings;
    this.habits = habits;
  }

  /** Begins to look for jobs, and returns at once. Call once. */
  public synchronized void start() {
    isStarted = true;
    if (staff instanceof Staff.AtWork(Office office)) {
      office.start();
    }
    Thread.ofVirtual().name("backup-look").start(this::look);
  }

  private void look() {
    try {
      boolean isOver = false;
      while (!isOver && !hasWork()) {
        isOver = end.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS);
      }
      if (!isOver) {
        office();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Jobs to run, or runs of an earlier agent to look after. */
  private boolean hasWork() {
    return Files.exists(data.resolve(JobShelf.FILE)) || Files.exists(data.resolve(RunLog.FOLDER));
  }

  private synchronized Office office() {
    return switch (staff) {
      case Staff.AtWork(Office office) -> office;
      case Staff.Away _ -> {
        Office office =
            new Office(data, memory, sources, zone, trust, time, surroundings, habits, this::tell);
        if (isStarted) {
          office.start();
        }
        staff = new Staff.AtWork(office);
        yield office;
      }
    };
  }

  private void tell(JobRun run) {
    listeners.forEach(listener -> listener.hear(run));
  }

  @Override
  public Jobs jobs() {
    return office().definitions();
  }

  @Override
  public JobRuns runs() {
    return office().foreman();
  }

  @Override
  public JobRecovery recovery() {
    return office().recovery();
  }

  @Override
  public Media media() {
    return office().keeping();
  }

  @Override
  public JobHistory history() {
    return office().chronicle();
  }

  @Override
  public BackupGlance glance() {
    return staff instanceof Staff.AtWork(Office office) ? office.glance() : BackupGlance.NONE;
  }

  @Override
  public Notices notices() {
    return office().reporter();
  }

  @Override
  public LiveReadings.Subscription subscribe(JobRuns.Listener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The line {@code backup} of the health board, at most {@value #LOOK_SECONDS} seconds old. */
  public synchronized Check check() {
    return switch (staff) {
      case Staff.Away _ -> Check.well(Standing.NAME, "no jobs");
      case Staff.AtWork(Office office) -> office.check();
    };
  }

  /** Stops the running tool, whose run is then interrupted. Never throws; twice is fine. */
  @Override
  public synchronized void close() {
    end.release();
    isStarted = false;
    if (staff instanceof Staff.AtWork(Office office)) {
      office.close();
    }
  }
}
