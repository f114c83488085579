package io.pumphouse.agent.board;

import io.pumphouse.web.model.SgReady;

/**
 * What the pump is told has changed.
 *
 * @param who on whose order
 * @param why for which reason, as far as it can be shown; a long one is cut
 */
public record SgChange(SgReady before, SgReady now, String who, String why) {
  private static final int LONGEST_REASON = 400;

  public SgChange {
    who = printable(who);
    why = printable(why);
  }

  /** A reason may hold anything: it must not drive whoever reads it. */
  private static String printable(String text) {
    String shown = text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    return shown.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
