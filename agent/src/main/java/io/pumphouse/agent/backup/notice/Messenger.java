package io.pumphouse.agent.backup.notice;

import io.pumphouse.agent.config.NoticeConfig;
import io.pumphouse.agent.config.NoticeFile;
import io.pumphouse.agent.config.NoticesLoaded;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.JobAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices one after the other on a thread of its own, which lives as long as there is
 * something to send. Taking one never waits; of more than a hundred that wait, the newest are
 * dropped. Thread-safe.
 */
public final class Messenger {
  private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
  private static final int ROOM = 100;
  private static final int TRIES = 3;

  private final Path file;
  private final TimeSource time;
  private final long pauseMillis;
  private final BlockingQueue<Notice> waiting = new LinkedBlockingQueue<>(ROOM);
  private final BlockingQueue<Boolean> end = new LinkedBlockingQueue<>();
  private boolean isAtWork;

  /**
   * Sends nothing yet.
   *
   * @param file {@code notices.yaml}
   * @param pauseMillis between two tries of one notice
   */
  public Messenger(Path file, TimeSource time, long pauseMillis) {
    this.file = file;
    this.time = time;
    this.pauseMillis = pauseMillis;
  }

  /** Takes a notice, to be sent soon to whoever wants it. */
  public synchronized void take(Notice notice) {
    if (!waiting.offer(notice)) {
      LOG.warn("a notice about {} is dropped: {} wait already", notice.job(), ROOM);
    }
    if (!isAtWork) {
      isAtWork = true;
      Thread.ofVirtual().name("backup-notices").start(this::work);
    }
  }

  private void work() {
    try {
      while (hasMore()) {
        dispatch(waiting.take());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** One that trips over a mistake of ours must not keep those behind it waiting for ever. */
  private void dispatch(Notice notice) throws InterruptedException {
    try {
      send(notice);
    } catch (RuntimeException bug) {
      LOG.error("a notice about {} is not sent", notice.job(), bug);
    }
  }

  private synchronized boolean hasMore() {
    isAtWork = !waiting.isEmpty() && end.isEmpty();
    return isAtWork;
  }

  private void send(Notice notice) throws InterruptedException {
    switch (new NoticeFile().read(file)) {
      case NoticesLoaded.Wrong(var problems) ->
          LOG.warn("no notices are sent: {}", problems.getFirst());
      case NoticesLoaded.Valid(var receivers) -> {
        for (NoticeConfig to : receivers) {
          if (to.wants().contains(notice.event())) {
            insist(to, notice);
          }
        }
      }
    }
  }

  private void insist(NoticeConfig to, Notice notice) throws InterruptedException {
    for (int left = TRIES; left > 0; left--) {
      try {
        send(to, notice);
        return;
      } catch (IOException | IllegalArgumentException e) {
        LOG.warn("notice {} about {} not sent: {}", to.id(), notice.job(), e.toString());
      }
      if (left > 1 && end.poll(pauseMillis, TimeUnit.MILLISECONDS) != null) {
        end.add(true);
        return;
      }
    }
  }

  private void send(NoticeConfig to, Notice notice) throws IOException {
    if (to.kind() == NoticeConfig.Kind.MAIL) {
      Mail.send(to, notice, time.wall());
    } else {
      Web.send(to, notice);
    }
  }

  /** Sends a trial to each receiver, and waits for what becomes of it. */
  public List<JobAnswer> test() {
    return switch (new NoticeFile().read(file)) {
      case NoticesLoaded.Wrong(var problems) ->
          List.of(new JobAnswer.Refused(problems.getFirst().toString(), "mend " + file));
      case NoticesLoaded.Valid(var receivers) -> receivers.stream().map(this::test).toList();
    };
  }

  private JobAnswer test(NoticeConfig to) {
    try {
      send(to, new Notice("test", "test", 0, "this is a trial of the notices of pumphouse", ""));
      return new JobAnswer.Done(to.id() + " took it");
    } catch (IOException | IllegalArgumentException e) {
      return new JobAnswer.Refused(
          to.id() + " did not take it: " + e, "check its address and its secret in " + file);
    }
  }

  /** What was not sent yet stays unsent. */
  public void close() {
    end.add(true);
  }
}
