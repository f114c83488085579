package io.pumphouse.web.sample;

import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.NoticeList;
import io.pumphouse.web.model.NoticeReceiver;
import io.pumphouse.web.model.NoticeReceiver.Delivery;
import io.pumphouse.web.model.Notices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A phone that takes every notice, a mail server that takes none, and a script. */
public final class FakeNotices implements Notices {
  private static final String FILE = "/var/lib/pumphouse/notices.yaml";
  private static final Instant NOW = Villa.time().wall();
  private static final Set<String> NEEDED =
      Set.of("warned", "skipped", "failed", "interrupted", "overdue");
  private static final Set<String> ALL =
      Set.of(
          "started",
          "succeeded",
          "warned",
          "skipped",
          "failed",
          "cancelled",
          "interrupted",
          "overdue");

  private volatile NoticeList list =
      new NoticeList.Known(
          FILE,
          List.of(
              new NoticeReceiver(
                  "phone", "ntfy", "ntfy.sh", NEEDED, List.of(delivery(5, "failed", "", ""))),
              new NoticeReceiver(
                  "mail",
                  "mail",
                  "mail.example.net",
                  NEEDED,
                  List.of(
                      delivery(
                          5,
                          "failed",
                          "nobody whom this machine trusts vouches for the certificate of"
                              + " mail.example.net",
                          "give that server a certificate of a known authority"))),
              new NoticeReceiver("script", "webhook", "192.0.2.20", ALL, List.of())));

  private static Delivery delivery(long minutesAgo, String event, String cause, String next) {
    return new Delivery(NOW.minus(Duration.ofMinutes(minutesAgo)), event, cause, next);
  }

  /** From now on these are named, by this name of a file. */
  public void put(NoticeReceiver... receivers) {
    list = new NoticeList.Known(FILE, List.of(receivers));
  }

  /** From now on the file cannot be used. */
  public void spoil(String problem) {
    list = new NoticeList.Wrong(FILE, List.of(problem));
  }

  @Override
  public NoticeList list() {
    return list;
  }

  @Override
  public List<JobAnswer> test() {
    if (list instanceof NoticeList.Known(var file, var receivers)) {
      list = new NoticeList.Known(file, receivers.stream().map(FakeNotices::tried).toList());
    }
    return List.of(
        new JobAnswer.Done("phone took it"), new JobAnswer.Refused("mail did not", "look"));
  }

  private static NoticeReceiver tried(NoticeReceiver it) {
    Delivery delivery =
        it.kind().equals("mail")
            ? delivery(0, "test", "mail.example.net refused the connection", "see whether it runs")
            : delivery(0, "test", "", "");
    return new NoticeReceiver(it.id(), it.kind(), it.place(), it.events(), List.of(delivery));
  }
}
