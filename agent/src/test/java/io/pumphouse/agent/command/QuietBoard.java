package io.pumphouse.agent.command;

import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.SgReady;
import java.time.Duration;
import java.util.List;

/**
 * A board with SG Ready relays, which takes any order but one to block the pump, and has just lost
 * its chip.
 */
final class QuietBoard implements Pins {
  @Override
  public Report report() {
    return new Report(
        List.of(
            new Seat("sg-ready.a", 17, true, "off", ""),
            new Seat("sg-ready.b", 27, true, "on", ""),
            new Seat("s0-meter", 24, false, "", "house")),
        new State(SgReady.RECOMMENDED, Duration.ofSeconds(75), "anna", "sun"),
        Check.degraded("board", "the chip is gone", "look for it"));
  }

  @Override
  public Ordered order(SgReady wanted, String who, String why) {
    return wanted == SgReady.BLOCKED
        ? new Refused(Reason.TOO_SOON, "not yet, " + who, "wait; " + why)
        : new Done(SgReady.RECOMMENDED, wanted);
  }
}
