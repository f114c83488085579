package io.pumphouse.agent.backup.notice;

/**
 * Something to tell. Immutable.
 *
 * @param event {@code started}, an outcome such as {@code failed}, {@code overdue}, or a trial
 * @param job the id of the job
 * @param run its number; 0 where there is none
 * @param text one or a few lines for a person
 * @param tail the end of the run's log; empty if there is none
 */
public record Notice(String event, String job, long run, String text, String tail) {
  /** One line of plain ASCII, as ids and outcomes are. */
  String title() {
    return "pumphouse: " + job + " " + event;
  }

  /** Everything there is to read. */
  String body() {
    return tail.isEmpty() ? text : text + "\n\n" + tail;
  }

  boolean isBad() {
    return !event.equals("started") && !isGood() && !event.equals("test");
  }

  boolean isGood() {
    return event.equals("succeeded") || event.equals("warned");
  }
}
