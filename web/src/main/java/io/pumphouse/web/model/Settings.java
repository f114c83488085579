package io.pumphouse.web.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What people set without touching a file. Thread-safe; changing something writes the disk, so do
 * it on a thread that may wait.
 */
public interface Settings {
  /** All of them, by group. */
  List<Setting> all();

  /**
   * Changes these settings, all or none; an empty value takes one back to what is usual.
   *
   * @param changes values by key
   * @param who is remembered for it
   */
  Answer change(Map<String, String> changes, String who);

  /**
   * Takes settings back to what is usual.
   *
   * @param keys which; none for all
   */
  Answer reset(List<String> keys, String who);

  /** The language of visitors who never chose one: {@code en}, {@code sv}; empty for their own. */
  String language();

  /** At most one message about the readings of a pump in this time, to one browser. */
  Duration refreshInterval();

  /** What came of a change. */
  sealed interface Answer {
    /**
     * It holds, and a power cut does not undo it.
     *
     * @param keys the settings that are others now; none if all were so before
     */
    record Saved(List<String> keys) implements Answer {
      public Saved {
        keys = List.copyOf(keys);
      }
    }

    /** Nothing was changed, as these do not fit. */
    record Wrong(List<Objection> objections) implements Answer {
      public Wrong {
        objections = List.copyOf(objections);
      }
    }

    /** Nothing was changed: it cannot be kept. */
    record Failed(String cause, String next) implements Answer {}
  }

  /**
   * What speaks against a value.
   *
   * @param found the value, in quotes, or {@code an unknown key}
   * @param accepted what may stand there, with its range
   */
  record Objection(String key, String found, String accepted) {
    @Override
    public String toString() {
      return key + ": found " + found + ", accepted: " + accepted;
    }
  }
}
