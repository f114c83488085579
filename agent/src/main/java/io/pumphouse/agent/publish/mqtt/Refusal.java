package io.pumphouse.agent.publish.mqtt;

import java.io.IOException;
import java.io.Serial;

/** The broker says no. */
final class Refusal extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /** What a technician does about it. */
  private final String next;

  private Refusal(String message, String next) {
    super(message);
    this.next = next;
  }

  String next() {
    return next;
  }

  /** It has said that it takes no packet of this length, so it was not sent. */
  static Refusal tooLong(String topic, long length, long longest) {
    return new Refusal(
        "it takes packets of %,d bytes at most, and %s has one of %,d"
            .formatted(longest, topic, length),
        "raise its limit, in mosquitto max_packet_size");
  }

  /**
   * Of a code.
   *
   * @param what it says no to
   * @param code of MQTT 5, section 2.4, or of 3.1.1, section 3.2.2.3, which are below six
   */
  static Refusal of(String what, int code) {
    return switch (code) {
      case 1, 0x84 ->
          new Refusal(
              what + ": it does not speak this version of MQTT",
              "try another version: in publish: mqtt:");
      case 2, 0x85 ->
          new Refusal(what + ": it does not like the client id", "choose another client-id");
      case 4, 0x86 ->
          new Refusal(
              what + ": wrong user or password", "check user and password-file of publish: mqtt:");
      case 5, 0x87 ->
          new Refusal(
              what + ": not authorized",
              "let this user write the topics, and read those of orders, in the broker's access list");
      case 3, 0x88, 0x89 -> new Refusal(what + ": the broker is busy", "nothing if it stops");
      case 0x8E ->
          new Refusal(
              what + ": another client came with the same id",
              "give each agent a client-id of its own");
      case 0x95 ->
          new Refusal(what + ": the message is too large", "raise message_size_limit there");
      case 0x97 -> new Refusal(what + ": the broker is full", "look into the broker's log");
      case 0x9A, 0x9B ->
          new Refusal(
              what + ": it keeps no messages, or does not confirm them", "use a broker that does");
      default -> new Refusal("%s: code 0x%02X".formatted(what, code), "look into the broker's log");
    };
  }
}
