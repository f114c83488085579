package io.pumphouse.web.sample;

import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.SgReady;
import java.time.Duration;
import java.util.List;

/**
 * A board with everything on it whose SG Ready relays take one order; the next comes too soon. It
 * can be out of order or not there at all. Thread-safe.
 */
public final class FakeBoard implements Pins {
  private static final Check WELL = Check.well("board", "holds gpio 17");

  private State told = told(SgReady.NORMAL, Duration.ofSeconds(90), "it opened the board");
  private Check health = WELL;
  private boolean isThere = true;

  private static State told(SgReady state, Duration lasting, String why) {
    return new State(state, lasting, "the agent", why);
  }

  /** No pin is configured. */
  public synchronized void remove() {
    isThere = false;
  }

  /** Nothing can be switched, and nothing is known. */
  public synchronized void breakDown(String cause, String next) {
    health = Check.degraded("board", cause, next);
  }

  @Override
  public synchronized Report report() {
    return isThere
        ? new Report(
            List.of(
                seat("sg-ready.a", 17, told.state().isA()),
                seat("sg-ready.b", 27, told.state().isB()),
                seat("alarm-contact", 22, true),
                seat("status-lamp", 23, true),
                new Seat("s0-meter", 24, true, "", Villa.HOUSE.id().name())),
            told,
            health)
        : Report.NONE;
  }

  private Seat seat(String use, int bcm, boolean isOn) {
    return new Seat(use, bcm, false, health.isWell() ? isOn ? "on" : "off" : "", "");
  }

  @Override
  public synchronized Ordered order(SgReady wanted, String who, String why) {
    if (!health.isWell()) {
      return new Refused(Reason.OUT_OF_ORDER, health.cause(), health.next());
    }
    SgReady before = told.state();
    if (wanted == before) {
      return new Done(before, wanted);
    }
    if (!told.who().equals("the agent")) {
      return new Refused(
          Reason.TOO_SOON,
          "SG Ready has been " + before.words() + " for 0 s, and every state stands for 60",
          "try again in 60 s");
    }
    told = new State(wanted, Duration.ZERO, who, why);
    return new Done(before, wanted);
  }
}
