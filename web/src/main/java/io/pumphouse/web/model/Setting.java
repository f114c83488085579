package io.pumphouse.web.model;

import java.util.List;

/**
 * Something that people set without touching a file. Immutable.
 *
 * @param key names it in the file and in the API: {@code network-check}
 * @param value what holds; as a person would write it
 * @param usual what holds unless somebody sets it here: as configured, or as the agent comes; empty
 *     for nothing
 * @param isChosen whether somebody set it here, which wins over every file
 * @param isWaiting whether it was changed and holds only from the next start of the agent
 * @param accepted which values it takes, in English
 * @param choices all of them, where they are few; else none
 * @param place where else it may stand: {@code store: keep-raw:}; empty if nowhere
 */
public record Setting(
    String key,
    Group group,
    String value,
    String usual,
    boolean isChosen,
    Effect effect,
    boolean isWaiting,
    String accepted,
    List<String> choices,
    String place) {
  public Setting {
    choices = List.copyOf(choices);
  }

  /** What it is about, in the order shown. */
  public enum Group {
    SITE,
    JOBS,
    STORE,
    PAGES,
    LOG
  }

  /** From when on a change holds. */
  public enum Effect {
    /** At once, or at the next turn of whatever reads it. */
    LIVE,
    /** From the next start of the agent. */
    AFTER_RESTART
  }
}
