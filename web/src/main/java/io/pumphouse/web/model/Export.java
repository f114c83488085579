package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every reading of some registers, to take along. Thread-safe; reads the database. */
public interface Export {
  /** How readings are written; the words are public. */
  enum Format {
    CSV("csv", "text/csv; charset=utf-8"),
    NDJSON("ndjson", "application/x-ndjson"),
    LINE_PROTOCOL("line-protocol", "text/plain; charset=utf-8");

    private final String word;
    private final String mediaType;

    Format(String word, String mediaType) {
      this.word = word;
      this.mediaType = mediaType;
    }

    public String word() {
      return word;
    }

    public String mediaType() {
      return mediaType;
    }

    /** The format of this word, or empty if there is none. */
    public static Optional<Format> of(String word) {
      return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
    }

    /** All words, for people. */
    public static String words() {
      return Arrays.stream(values()).map(Format::word).collect(Collectors.joining(", "));
    }
  }

  /** What came of asking. */
  sealed interface Prepared {
    /** Nothing stands against it. */
    record Ready(Readings readings) implements Prepared {}

    /** The pump has no such metric or register. */
    record NoSuchMetric(String name, List<String> known) implements Prepared {
      public NoSuchMetric {
        known = List.copyOf(known);
      }
    }
  }

  /** Readings that can be written once. */
  @FunctionalInterface
  interface Readings {
    /**
     * Writes them in the order of time, in constant memory.
     *
     * @throws IOException when the other end is gone
     */
    Ending writeTo(Appendable to) throws IOException;
  }

  /** How writing ended. */
  sealed interface Ending {
    /** Everything is written. */
    record Whole(long samples) implements Ending {}

    /** The store broke off. */
    record BrokenOff(String cause, String next) implements Ending {}
  }

  /**
   * Asks for the readings of one pump.
   *
   * @param pump one that there is
   * @param metrics metrics, {@code register:30002} or {@code 30002}; all that were ever stored if
   *     empty
   */
  Prepared prepare(PumpId pump, List<String> metrics, Span span, Format format);
}
