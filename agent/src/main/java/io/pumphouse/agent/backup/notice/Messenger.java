package io.pumphouse.agent.backup.notice;

import io.pumphouse.agent.config.NoticeConfig;
import io.pumphouse.agent.config.NoticeFile;
import io.pumphouse.agent.config.NoticesLoaded;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.NoticeList;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
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
  private static final long LAST_SECONDS = 2;

  /** A browser hears nothing meanwhile, and a connection that idles for 20 seconds is cut. */
  private static final long TRIAL_MILLIS = 12_000;

  private final Path file;
  private final long pauseMillis;
  private final long trialMillis;
  private final Courier courier;
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
    this(
        file,
        time,
        pauseMillis,
        TRIAL_MILLIS,
        () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /**
   * @param trialMillis how long whoever asks for a trial waits for its answers
   * @param trust whose certificates mail servers may have; asked for only when mail is sent
   */
  Messenger(
      Path file,
      TimeSource time,
      long pauseMillis,
      long trialMillis,
      Supplier<SSLSocketFactory> trust) {
    this.file = file;
    this.pauseMillis = pauseMillis;
    this.trialMillis = trialMillis;
    this.courier = new Courier(file, time, trust);
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
    isAtWork = !waiting.isEmpty();
    if (!isAtWork) {
      notifyAll();
    }
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
      switch (courier.bring(to, notice)) {
        case JobAnswer.Done _ -> {
          return;
        }
        case JobAnswer.Refused(var cause, _) ->
            LOG.warn("notice {} about {} not sent: {}", to.id(), notice.job(), cause);
      }
      if (left > 1 && end.poll(pauseMillis, TimeUnit.MILLISECONDS) != null) {
        end.add(true);
        return;
      }
    }
  }

  /** Whom the file names, and what they were told last. */
  public NoticeList list() {
    return courier.list();
  }

  /** Sends a trial to all receivers at once, and waits for what becomes of it. */
  public List<JobAnswer> test() {
    return switch (new NoticeFile().read(file)) {
      case NoticesLoaded.Wrong(var problems) ->
          List.of(new JobAnswer.Refused(problems.getFirst().toString(), "mend " + file));
      case NoticesLoaded.Valid(var receivers) -> new Trial(courier, trialMillis).of(receivers);
    };
  }

  /**
   * What waits, such as that the end of the agent interrupted a run, is tried once; what is not
   * sent two seconds later stays unsent.
   */
  public synchronized void close() {
    end.add(true);
    try {
      if (isAtWork) {
        TimeUnit.SECONDS.timedWait(this, LAST_SECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
