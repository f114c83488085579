package io.pumphouse.agent.publish.influx;

import io.pumphouse.agent.publish.ship.Delivery;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server said. Immutable.
 *
 * @param status of HTTP
 * @param text what it said about it, for people
 */
record Answer(int status, String text) {
  /** InfluxDB wrote the others, and will never take these: older than it keeps, or another type. */
  private static final Pattern PARTIAL = Pattern.compile("partial write.*?(?:dropped=(\\d+))?$");

  private static final int TOO_LARGE = 413;

  boolean isTooLarge() {
    return status == TOO_LARGE;
  }

  Delivery delivery(String where) {
    if (status / 100 == 2) {
      return Delivery.Taken.ALL;
    }
    Matcher partial = PARTIAL.matcher(text);
    if (partial.find()) {
      String dropped = partial.group(1);
      return new Delivery.Taken(dropped == null ? 1 : Long.parseLong(dropped), text);
    }
    return new Delivery.Failed(
        where + " answers " + status + (text.isEmpty() ? "" : ": " + text), next());
  }

  private String next() {
    return switch (status) {
      case 401, 403 -> "check the user, and the secret in the file that publish: influx: names";
      case 404 -> "check url, and create the database or bucket there";
      case TOO_LARGE -> "nothing: smaller pieces are sent from now on";
      case 429, 503 -> "nothing if it stops: the server is busy";
      case 400, 422 -> "see whether that is a server of line protocol, and its log";
      default ->
          status >= 500
              ? "look into the log of the server, and whether its disk is full"
              : "check url: this is no address that takes line protocol";
    };
  }
}
