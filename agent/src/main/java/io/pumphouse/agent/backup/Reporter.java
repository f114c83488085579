package io.pumphouse.agent.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pumphouse.agent.backup.notice.Messenger;
import io.pumphouse.agent.backup.notice.Notice;
import io.pumphouse.agent.config.JobHabits;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.JobRuns;
import io.pumphouse.web.model.NoticeList;
import io.pumphouse.web.model.Notices;
import io.pumphouse.web.model.RunState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Has notices sent of how runs begin and end and of what is overdue, if {@code notices.yaml} is
 * there. Thread-safe and quick: whoever sends them works elsewhere.
 */
final class Reporter implements JobRuns.Listener, Notices, AutoCloseable {
  static final String FILE = "notices.yaml";

  private static final int TAIL_BYTES = 2_000;

  private final Path data;
  private final Supplier<JobHabits> habits;
  private final Messenger messenger;
  private final Set<String> overdue = new HashSet<>();
  private final Set<Long> begun = new HashSet<>();

  /**
   * @param pause between two tries of one notice
   * @param habits whether notices are wanted
   */
  Reporter(Path data, TimeSource time, Duration pause, Supplier<JobHabits> habits) {
    this.data = data;
    this.habits = habits;
    this.messenger = new Messenger(data.resolve(FILE), time, pause.toMillis());
  }

  @Override
  public synchronized void hear(JobRun run) {
    boolean isStart = run.state() instanceof RunState.Running && begun.add(run.id());
    boolean isEnd = run.state().isEnded();
    if (isEnd) {
      begun.remove(run.id());
    }
    if ((isStart || isEnd) && isWanted()) {
      messenger.take(isStart ? beginning(run) : end(run));
    }
  }

  private boolean isWanted() {
    return habits.get().isNotifying() && Files.exists(data.resolve(FILE));
  }

  private static Notice beginning(JobRun run) {
    String text = "run %d of %s has begun (%s)".formatted(run.id(), run.job(), run.reason());
    return new Notice("started", run.job(), run.id(), text, "");
  }

  private Notice end(JobRun run) {
    String word = run.state().word();
    String told = run.cause().isEmpty() ? "" : ": " + run.cause();
    String next = run.next().isEmpty() ? "" : "\n" + run.next();
    String text =
        "run %d of %s %s%s%s%s"
            .formatted(run.id(), run.job(), word, run.isVerified() ? ", verified" : "", told, next);
    return new Notice(word, run.job(), run.id(), text, tail(run));
  }

  /** The last lines of its log, which holds no secrets. */
  private String tail(JobRun run) {
    try (SeekableByteChannel log =
        Files.newByteChannel(data.resolve(RunLog.FOLDER).resolve(run.log()))) {
      long from = Math.max(0, log.size() - TAIL_BYTES);
      ByteBuffer end = ByteBuffer.allocate((int) (log.size() - from));
      log.position(from).read(end);
      String text = UTF_8.decode(end.flip()).toString();
      return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
    } catch (IOException _) {
      return ""; // the run tells its cause without it
    }
  }

  /** Tells of those that were not overdue when it was last asked. */
  synchronized void look(List<JobCard> cards) {
    for (JobCard card : cards) {
      String job = card.job().id();
      if (!card.isOverdue()) {
        overdue.remove(job);
      } else if (overdue.add(job) && isWanted()) {
        String text = "no good run of " + job + " for too long";
        messenger.take(new Notice("overdue", job, 0, text, ""));
      }
    }
  }

  @Override
  public NoticeList list() {
    return messenger.list();
  }

  @Override
  public List<JobAnswer> test() {
    return messenger.test();
  }

  @Override
  public void close() {
    messenger.close();
  }
}
