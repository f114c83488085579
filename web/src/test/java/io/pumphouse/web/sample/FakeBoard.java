package io.pumphouse.web.sample;

import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.SgReady;
import java.time.Duration;
import java.util.List;

/** SG Ready relays that take one order; the next comes too soon. Confined to one test. */
public final class FakeBoard implements Pins {
  private SgReady state = SgReady.NORMAL;
  private String by = "";

  @Override
  public synchronized Report report() {
    return new Report(
        List.of(
            new Seat("sg-ready.a", 17, false, state.isA() ? "on" : "off"),
            new Seat("s0-meter", 24, true, "")),
        new State(state, Duration.ofSeconds(90)));
  }

  @Override
  public synchronized Ordered order(SgReady wanted, String who, String why) {
    if (!by.isEmpty()) {
      return new Refused(Reason.TOO_SOON, "just told by " + by, "try again in 60 s");
    }
    by = who + ": " + why;
    SgReady before = state;
    state = wanted;
    return new Done(before, wanted);
  }
}
