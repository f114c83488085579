package io.pumphouse.agent.publish.influx;

import io.pumphouse.agent.publish.ship.Delivery;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server said. Immutable.
 *
 * @param status of HTTP
 * @param text what it said about it, all of it
 */
record Answer(int status, String text) {
  /** In JSON: of InfluxDB 1 {@code {"error":…}}, of InfluxDB 2 {@code {"code":…,"message":…}}. */
  private static final Pattern WORDS =
      Pattern.compile("\"(?:error|message)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"");

  private static final Pattern DROPPED = Pattern.compile("dropped=(\\d{1,18})");
  private static final int LONGEST_WORDS = 300;

  static final String FEWER =
      "nothing if it stops: fewer at once are sent now; see what keeps the server busy";

  private static final int LATE = 408;
  private static final int TOO_LARGE = 413;
  private static final int LATE_BEHIND_A_PROXY = 504;

  boolean isTooLarge() {
    return status == TOO_LARGE;
  }

  /** InfluxDB 1 gives up after its own {@code write-timeout} with 500 and this word. */
  boolean isTooSlow() {
    return status == LATE
        || status == LATE_BEHIND_A_PROXY
        || (status >= 500 && text.contains("timeout"));
  }

  Delivery delivery(String where) {
    if (status / 100 == 2) {
      return Delivery.Taken.ALL;
    }
    if (isPartial()) {
      Matcher dropped = DROPPED.matcher(text);
      return new Delivery.Taken(dropped.find() ? Long.parseLong(dropped.group(1)) : 1, words());
    }
    String words = words();
    return new Delivery.Failed(
        where + " answers " + status + (words.isEmpty() ? "" : ": " + words), next());
  }

  /**
   * It wrote the others, and will never take these: older than it keeps, or of another type. Only
   * InfluxDB itself says so with these codes; with another one it is the word of a machine between,
   * or of one that has trouble, and nothing may have been written.
   */
  private boolean isPartial() {
    return (status == 400 || status == 422) && text.contains("partial write");
  }

  /** Its own words, without what would not go on a line. */
  private String words() {
    Matcher json = WORDS.matcher(text);
    String words = json.find() ? json.group(1).replace("\\\"", "\"") : text;
    String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) + "…" : line;
  }

  private String next() {
    return switch (status) {
      case 401, 403 -> "check the user, and the secret in the file that publish: influx: names";
      case 404 -> "check url, and create the database or bucket there";
      case TOO_LARGE -> "nothing: smaller pieces are sent from now on";
      case 429, 503 -> "nothing if it stops: the server is busy";
      case 400, 422 -> "see whether that is a server of line protocol, and its log";
      default -> isTooSlow() ? FEWER : inGeneral();
    };
  }

  private String inGeneral() {
    return status >= 500
        ? "look into the log of the server, and whether its disk is full"
        : "check url: this is no address that takes line protocol";
  }
}
