package io.pumphouse.agent.backup.notice;

import io.pumphouse.agent.config.NoticeConfig;
import io.pumphouse.agent.config.NoticeFile;
import io.pumphouse.agent.config.NoticesLoaded;
import io.pumphouse.agent.config.Problem;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.NoticeList;
import io.pumphouse.web.model.NoticeReceiver;
import io.pumphouse.web.model.NoticeReceiver.Delivery;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

  private final Path file;
  private final TimeSource time;
  private final long pauseMillis;
  private final BlockingQueue<Notice> waiting = new LinkedBlockingQueue<>(ROOM);
  private final BlockingQueue<Boolean> end = new LinkedBlockingQueue<>();
  private final Map<String, Delivery> latest = new ConcurrentHashMap<>();
  private final Supplier<SSLSocketFactory> trust;
  private boolean isAtWork;

  /**
   * Sends nothing yet.
   *
   * @param file {@code notices.yaml}
   * @param pauseMillis between two tries of one notice
   */
  public Messenger(Path file, TimeSource time, long pauseMillis) {
    this(file, time, pauseMillis, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /**
   * @param trust whose certificates mail servers may have; asked for only when mail is sent
   */
  Messenger(Path file, TimeSource time, long pauseMillis, Supplier<SSLSocketFactory> trust) {
    this.file = file;
    this.time = time;
    this.pauseMillis = pauseMillis;
    this.trust = trust;
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
      switch (told(to, notice)) {
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

  /** Sends it once, and remembers what became of it. */
  private JobAnswer told(NoticeConfig to, Notice notice) {
    JobAnswer answer = answer(to, notice);
    Delivery delivery =
        switch (answer) {
          case JobAnswer.Done _ -> new Delivery(time.wall(), notice.event(), "", "");
          case JobAnswer.Refused(var cause, var next) ->
              new Delivery(time.wall(), notice.event(), cause, next);
        };
    latest.put(to.id(), delivery);
    return answer;
  }

  private JobAnswer answer(NoticeConfig to, Notice notice) {
    try {
      if (to.kind() == NoticeConfig.Kind.MAIL) {
        Mail.send(to, notice, time.wall(), trust);
      } else {
        Web.send(to, notice);
      }
      return new JobAnswer.Done(to.id() + " took it");
    } catch (IOException | IllegalArgumentException e) {
      return Trouble.of(to, e, file);
    }
  }

  /** Whom the file names, and what they were told last. */
  public NoticeList list() {
    return switch (new NoticeFile().read(file)) {
      case NoticesLoaded.Wrong(var problems) ->
          new NoticeList.Wrong("" + file, problems.stream().map(Problem::toString).toList());
      case NoticesLoaded.Valid(var receivers) ->
          new NoticeList.Known("" + file, receivers.stream().map(this::receiver).toList());
    };
  }

  private NoticeReceiver receiver(NoticeConfig to) {
    return new NoticeReceiver(
        to.id(),
        to.kind().word(),
        URI.create(to.url()).getHost(),
        to.wants(),
        Stream.ofNullable(latest.get(to.id())).toList());
  }

  /** Sends a trial to all receivers at once, and waits for what becomes of it. */
  public List<JobAnswer> test() {
    return switch (new NoticeFile().read(file)) {
      case NoticesLoaded.Wrong(var problems) ->
          List.of(new JobAnswer.Refused(problems.getFirst().toString(), "mend " + file));
      case NoticesLoaded.Valid(var receivers) -> test(receivers);
    };
  }

  private List<JobAnswer> test(List<NoticeConfig> receivers) {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<JobAnswer>> trials =
          receivers.stream().map(to -> (Callable<JobAnswer>) () -> test(to)).toList();
      return all.invokeAll(trials).stream().map(Future::resultNow).toList();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of(new JobAnswer.Refused("the agent ends", "try again when it runs"));
    }
  }

  private JobAnswer test(NoticeConfig to) {
    Notice trial = new Notice("test", "test", 0, "this is a trial of the notices of pumphouse", "");
    return switch (told(to, trial)) {
      case JobAnswer.Done done -> done;
      case JobAnswer.Refused(var cause, var next) ->
          new JobAnswer.Refused(to.id() + " did not take it: " + cause, next);
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
