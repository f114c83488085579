package io.pumphouse.agent.publish.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A packet to be written: MQTT 5, sections 1.5 and 2.1. Confined to one thread. */
final class Outgoing {
  private static final int LONGEST_TEXT = 65_535;

  private final int first;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /**
   * @param first the byte with type and flags
   */
  Outgoing(int first) {
    this.first = first;
  }

  Outgoing one(int number) {
    body.write(number);
    return this;
  }

  /** Two bytes, the higher first. */
  Outgoing two(int number) {
    body.write(number >> 8);
    body.write(number);
    return this;
  }

  Outgoing text(String text) {
    return binary(text.getBytes(UTF_8));
  }

  /** With its length before it. */
  Outgoing binary(byte[] bytes) {
    if (bytes.length > LONGEST_TEXT) {
      throw new IllegalArgumentException(bytes.length + " bytes have no length in MQTT");
    }
    return two(bytes.length).rest(bytes);
  }

  Outgoing rest(byte[] bytes) {
    body.writeBytes(bytes);
    return this;
  }

  /** As it goes over the wire. */
  byte[] packet() {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(first);
    int left = body.size();
    do {
      packet.write(left % 128 + (left >= 128 ? 128 : 0));
      left /= 128;
    } while (left > 0);
    packet.writeBytes(body.toByteArray());
    return packet.toByteArray();
  }
}
