package io.pumphouse.agent.board;

import io.pumphouse.hal.gpio.Board.Failed;
import io.pumphouse.hal.gpio.Board.Outcome;
import io.pumphouse.hal.gpio.Output;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.SgReady;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The relays at the pump's SG Ready inputs. Each state stands for a minute at least, and no pump is
 * blocked for more than two hours. At the start, after trouble and at the end both relays rest,
 * which tells the pump to decide for itself. Thread-safe.
 */
final class SgSwitch implements Duty {
  static final Duration DWELL = Duration.ofSeconds(60);
  static final Duration LONGEST_BLOCK = Duration.ofHours(2);
  private static final String AGENT = "the agent";

  private final KeptBoard board;
  private final Consumer<SgChange> news;
  private final TimeSource time;
  private SgChange last = rest("it started");
  private long since;

  SgSwitch(KeptBoard board, Consumer<SgChange> news, TimeSource time) {
    this.board = board;
    this.news = news;
    this.time = time;
    this.since = time.nanos();
  }

  synchronized Pins.State stand() {
    return new Pins.State(last.now(), lasting(), last.who(), last.why());
  }

  private Duration lasting() {
    return Duration.ofNanos(time.nanos() - since);
  }

  synchronized Pins.Ordered order(SgReady wanted, String who, String why) {
    if (wanted == state()) {
      return new Pins.Done(wanted, wanted);
    }
    Duration rest = DWELL.minus(lasting());
    return rest.isPositive() ? tooSoon(rest) : change(wanted, who, why);
  }

  private Pins.Refused tooSoon(Duration rest) {
    return new Pins.Refused(
        Pins.Reason.TOO_SOON,
        "SG Ready has been "
            + state().words()
            + " for "
            + lasting().toSeconds()
            + " s, and every state stands for "
            + DWELL.toSeconds(),
        "try again in " + Math.ceilDiv(rest.toMillis(), 1000) + " s");
  }

  private Pins.Ordered change(SgReady wanted, String who, String why) {
    Outcome outcome = put(wanted);
    if (outcome instanceof Failed(String cause, String next)) {
      return new Pins.Refused(Pins.Reason.OUT_OF_ORDER, cause, next);
    }
    SgReady before = state();
    become(wanted, who, why);
    return new Pins.Done(before, wanted);
  }

  /** What drops out goes first: on its way from 1 to 3 a pump may be told 2, but never 4. */
  private Outcome put(SgReady wanted) {
    Outcome first =
        wanted.isA()
            ? board.set(Output.SG_READY_B, wanted.isB())
            : board.set(Output.SG_READY_A, false);
    if (first instanceof Failed) {
      return first;
    }
    return wanted.isA()
        ? board.set(Output.SG_READY_A, true)
        : board.set(Output.SG_READY_B, wanted.isB());
  }

  private void become(SgReady wanted, String who, String why) {
    last = new SgChange(state(), wanted, who, why);
    since = time.nanos();
    news.accept(last);
  }

  /** The board has been opened: both relays rest, whatever was ordered at that very moment. */
  synchronized void opened() {
    put(SgReady.NORMAL);
    if (state() == SgReady.NORMAL) {
      last = rest("it opened the board");
      since = time.nanos();
    } else {
      become(SgReady.NORMAL, AGENT, "the board was out of order");
    }
  }

  private static SgChange rest(String why) {
    return new SgChange(SgReady.NORMAL, SgReady.NORMAL, AGENT, why);
  }

  private SgReady state() {
    return last.now();
  }

  @Override
  public synchronized void beat(long nanos) {
    if (state() == SgReady.BLOCKED && lasting().compareTo(LONGEST_BLOCK) >= 0) {
      change(SgReady.NORMAL, AGENT, "a pump is blocked for two hours at most");
    }
  }

  @Override
  public synchronized void end() {
    if (state() != SgReady.NORMAL) {
      change(SgReady.NORMAL, AGENT, "it stops");
    }
  }
}
