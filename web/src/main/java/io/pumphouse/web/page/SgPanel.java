package io.pumphouse.web.page;

import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.SgReady;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What the pump is told by its SG Ready inputs, as a page shows it. Public because compiled
 * templates live in a package of their own.
 *
 * @param state the word of the state
 * @param words the state, and what it means to the pump
 * @param since since when, by the site's clocks, and for how long
 * @param who on whose order
 * @param why for which reason, as they said
 */
public record SgPanel(String state, String words, String since, String who, Told why) {
  /** What the agent itself is called where it gave the order. */
  private static final String AGENT = "the agent";

  static SgPanel of(Tongue tongue, Frames frames, Instant now, Pins.State state) {
    boolean isAgents = state.who().equals(AGENT);
    return new SgPanel(
        state.state().word(),
        tongue.say("pins.sg." + state.state().word()),
        tongue.say(
            "pins.since",
            frames.moment(tongue, now.minus(state.lasting())),
            Age.exact(state.lasting())),
        isAgents ? tongue.say("pins.agent") : state.who(),
        isAgents ? Told.of(tongue, "sg-ready", state.why()) : new Told(state.why(), tongue.code()));
  }

  /** Everything that may be told, by its word. */
  public static List<String> all() {
    return Arrays.stream(SgReady.values()).map(SgReady::word).toList();
  }
}
