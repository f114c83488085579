package io.pumphouse.web.backup;

import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.page.Tongue;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of an order, in words. Public because compiled templates live in a package of their
 * own.
 *
 * @param isBad whether nothing was done
 * @param words what was done or not, in the language of the page
 * @param detail what exactly, in English
 * @param next what to do, in English; empty if nothing need be done
 */
public record Saying(boolean isBad, String words, String detail, String next) {
  static Saying of(Tongue tongue, String order, String about, JobAnswer answer) {
    return switch (answer) {
      case JobAnswer.Done(String said) ->
          new Saying(false, tongue.say("order-done." + order, about), said, "");
      case JobAnswer.Refused(String cause, String next) ->
          new Saying(true, tongue.say("order-refused." + order, about), cause, next);
    };
  }

  /** What came of several orders at once; bad if one was refused, or there was nothing to do. */
  static Saying of(Tongue tongue, String order, List<JobAnswer> answers) {
    boolean isBad =
        answers.isEmpty() || answers.stream().anyMatch(JobAnswer.Refused.class::isInstance);
    String key = isBad ? "order-refused." : "order-done.";
    return new Saying(
        isBad,
        tongue.say(key + order),
        answers.stream().map(Saying::english).collect(Collectors.joining("\n")),
        "");
  }

  private static String english(JobAnswer answer) {
    return switch (answer) {
      case JobAnswer.Done(String said) -> said;
      case JobAnswer.Refused(String cause, String next) -> cause + "; " + next;
    };
  }
}
