package io.pumphouse.web.backup;

import io.pumphouse.web.model.NoticeList;
import io.pumphouse.web.model.NoticeReceiver;
import io.pumphouse.web.page.Age;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is told of backup runs. Public because compiled templates live in a package of their own.
 *
 * @param file where they are named, or are to be
 * @param problems why that file cannot be used, in English; none if it can
 */
public record NoticeView(
    Rights rights,
    List<Saying> sayings,
    String file,
    List<String> problems,
    List<Receiver> receivers) {
  private static final List<String> EVENTS =
      List.of(
          "started",
          "succeeded",
          "warned",
          "skipped",
          "failed",
          "cancelled",
          "interrupted",
          "overdue");

  public NoticeView {
    sayings = List.copyOf(sayings);
    problems = List.copyOf(problems);
    receivers = List.copyOf(receivers);
  }

  /**
   * One of them.
   *
   * @param events of what it is told, in words
   * @param latest what became of the newest notice; empty before the first
   */
  public record Receiver(
      String id, String kind, String place, String events, List<Outcome> latest) {
    public Receiver {
      latest = List.copyOf(latest);
    }
  }

  /**
   * What became of a notice.
   *
   * @param of what it told of, and when
   * @param cause why it was not taken, in English; empty if it was
   * @param next what to do about it, in English
   */
  public record Outcome(boolean isTaken, String of, String cause, String next) {}

  static NoticeView of(
      Tongue tongue, Pages pages, Instant now, Rights rights, List<Saying> said, NoticeList list) {
    return switch (list) {
      case NoticeList.Wrong(String file, List<String> problems) ->
          new NoticeView(rights, said, file, problems, List.of());
      case NoticeList.Known(String file, List<NoticeReceiver> receivers) ->
          new NoticeView(
              rights,
              said,
              file,
              List.of(),
              receivers.stream().map(it -> receiver(tongue, pages, now, it)).toList());
    };
  }

  private static Receiver receiver(
      Tongue tongue, Pages pages, Instant now, NoticeReceiver receiver) {
    return new Receiver(
        receiver.id(),
        receiver.kind(),
        receiver.place(),
        events(tongue, receiver.events()),
        receiver.latest().stream().map(it -> outcome(tongue, pages, now, it)).toList());
  }

  private static Outcome outcome(
      Tongue tongue, Pages pages, Instant now, NoticeReceiver.Delivery it) {
    String when = Age.coarse(tongue, Duration.between(it.at(), now));
    String of = tongue.say("notice.event." + it.event());
    return new Outcome(
        it.isTaken(),
        of + " · " + when + ", " + pages.moment(tongue, it.at()),
        it.cause(),
        it.next());
  }

  private static String events(Tongue tongue, Set<String> events) {
    return events.containsAll(EVENTS)
        ? tongue.say("notices.everything")
        : EVENTS.stream()
            .filter(events::contains)
            .map(event -> tongue.say("notice.event." + event))
            .collect(Collectors.joining(", "));
  }

  /** Who is told, in a line for the page of a job. */
  static String inShort(Tongue tongue, NoticeList list) {
    return switch (list) {
      case NoticeList.Wrong _ -> tongue.say("notices.wrong.short");
      case NoticeList.Known(_, List<NoticeReceiver> receivers) ->
          receivers.isEmpty()
              ? tongue.say("notices.nobody")
              : receivers.stream()
                  .map(it -> it.id() + " (" + events(tongue, it.events()) + ")")
                  .collect(Collectors.joining(", "));
    };
  }
}
