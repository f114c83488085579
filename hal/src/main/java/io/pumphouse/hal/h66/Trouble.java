package io.pumphouse.hal.h66;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Fault.Damage;
import java.time.Duration;

/**
 * Why a page is of no use, and what a technician does about it. Immutable.
 *
 * @param fault what the readings are told
 * @param next what to do
 */
record Trouble(Fault fault, String next) {
  private static final String RESTART =
      "take the power from the gateway for ten seconds; if it stays, its Wi-Fi may be too weak";
  private static final String IS_IT_ONE =
      "open the address in a browser: it must be an H60 or H66, which has this page";

  static Trouble silent(Duration waited) {
    return new Trouble(
        new Fault.NoAnswer(waited),
        "it takes connections and says nothing: take the power from the gateway for ten seconds;"
            + " one that is slow needs a longer answer-within: at line:");
  }

  static Trouble slow(Reply reply, Duration waited) {
    return shortened(
        "after " + waited.toMillis() + " ms there were only " + reply.length() + " bytes");
  }

  static Trouble cut(Reply reply) {
    return shortened("it broke off after " + reply.length() + " bytes");
  }

  private static Trouble shortened(String what) {
    return new Trouble(new Fault.Garbled(Damage.SHORT, what), RESTART);
  }

  static Trouble tooLong() {
    return noise("more than " + Reply.MOST_BYTES + " bytes, and no end");
  }

  static Trouble noHttp(Reply reply) {
    return noise("it is no HTTP: " + reply.beginning());
  }

  static Trouble status(int status) {
    return new Trouble(
        new Fault.Garbled(Damage.NOISE, "the page came with HTTP status " + status),
        switch (status) {
          case 401, 403 -> "switch the password off in the gateway: the agent has none to give";
          case 404 -> IS_IT_ONE;
          default -> status >= 500 ? RESTART : IS_IT_ONE;
        });
  }

  static Trouble noJson(String why) {
    return noise(why);
  }

  private static Trouble noise(String what) {
    return new Trouble(new Fault.Garbled(Damage.NOISE, what), IS_IT_ONE);
  }

  /** Whether somebody answered, only not with this page. */
  boolean isAnotherPage() {
    return fault instanceof Fault.Garbled(Damage damage, _) && damage == Damage.NOISE;
  }
}
