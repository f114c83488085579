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
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;

/** Brings one notice to one receiver, and remembers of each what became of it. Thread-safe. */
final class Courier {
  private final Path file;
  private final TimeSource time;
  private final Supplier<SSLSocketFactory> trust;
  private final Map<String, Delivery> latest = new ConcurrentHashMap<>();

  /**
   * @param file {@code notices.yaml}
   * @param trust whose certificates mail servers may have; asked for only when mail is sent
   */
  Courier(Path file, TimeSource time, Supplier<SSLSocketFactory> trust) {
    this.file = file;
    this.time = time;
    this.trust = trust;
  }

  /** Sends it once. */
  JobAnswer bring(NoticeConfig to, Notice notice) {
    return remembered(to, notice, sent(to, notice));
  }

  /** Nobody waits any longer for what becomes of it. */
  JobAnswer late(NoticeConfig to, Notice notice) {
    return remembered(to, notice, late(to));
  }

  private JobAnswer late(NoticeConfig to) {
    return Trouble.of(to, new SocketTimeoutException(), file);
  }

  private JobAnswer remembered(NoticeConfig to, Notice notice, JobAnswer answer) {
    Delivery delivery =
        switch (answer) {
          case JobAnswer.Done _ -> new Delivery(time.wall(), notice.event(), "", "");
          case JobAnswer.Refused(var cause, var next) ->
              new Delivery(time.wall(), notice.event(), cause, next);
        };
    latest.put(to.id(), delivery);
    return answer;
  }

  private JobAnswer sent(NoticeConfig to, Notice notice) {
    try {
      if (to.kind() == NoticeConfig.Kind.MAIL) {
        Mail.send(to, notice, time.wall(), trust);
      } else {
        Web.send(to, notice);
      }
      return new JobAnswer.Done(to.id() + " took it");
    } catch (IOException | IllegalArgumentException e) {
      return Thread.currentThread().isInterrupted() ? late(to) : Trouble.of(to, e, file);
    }
  }

  /** Whom the file names, and what they were told last. */
  NoticeList list() {
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
}
