package io.pumphouse.agent.backup;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Chore;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobAnswer.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What people do with media between runs, one thing at a time, and how far it is. Thread-safe. */
final class Chores {
  private final Turnstile turnstile;
  private final TimeSource time;
  private volatile List<Chore> newest = List.of();

  Chores(Turnstile turnstile, TimeSource time) {
    this.turnstile = turnstile;
    this.time = time;
  }

  /** How it is done. */
  interface Deed {
    /**
     * Does it.
     *
     * @param ear is told how many bytes it came further
     */
    JobAnswer done(LongConsumer ear) throws IOException, InterruptedException;
  }

  /** What is done now, or was last. */
  Optional<Chore> newest() {
    return newest.stream().findFirst();
  }

  /**
   * Does something that no run of these jobs may overlap.
   *
   * @param total how many bytes there are to come through; 0 if that is not known
   */
  JobAnswer carry(Chore.Kind kind, String about, long total, Predicate<String> jobs, Deed deed) {
    Chore chore = new Chore(kind, about, time.wall(), total);
    try {
      return turnstile.between(doing(kind, about), jobs, () -> followed(chore, deed));
    } catch (IOException e) {
      return new Refused(about + ": " + e, "check the medium, its owner and the kernel log");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Refused("the agent is stopped", "try again when it runs");
    }
  }

  private static String doing(Chore.Kind kind, String about) {
    return about
        + switch (kind) {
          case VERIFY -> " is verified";
          case RESTORE -> " is copied to be restored";
          case WITHDRAW -> " is withdrawn";
          case DELETE -> " is deleted";
          case EJECT -> " is ejected";
        };
  }

  /** However it ends, it is over. */
  private JobAnswer followed(Chore chore, Deed deed) throws IOException, InterruptedException {
    newest = List.of(chore);
    long began = time.nanos();
    JobAnswer answer = new Refused("it came to no end", "look at the agent's log");
    try {
      answer = deed.done(bytes -> change(now -> now.further(bytes)));
      return answer;
    } catch (IOException e) {
      answer = new Refused(e.toString(), "check the medium and the kernel log");
      throw e;
    } finally {
      JobAnswer last = answer;
      change(now -> now.over(last, Duration.ofNanos(time.nanos() - began)));
    }
  }

  private void change(UnaryOperator<Chore> change) {
    newest = newest.stream().map(change).toList();
  }
}
