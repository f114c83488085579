package io.pumphouse.agent.publish.mqtt;

import java.io.IOException;

/**
 * What a broker asks of us when it lets us in: MQTT 5, section 3.2.2.3. Immutable.
 *
 * @param window how many messages may be on their way at once
 * @param keepAliveSeconds how long we may be silent
 * @param longest how many bytes a packet may have
 */
record Terms(int window, int keepAliveSeconds, long longest) {
  /** Of a broker that says nothing. */
  static final Terms USUAL = new Terms(20, 60, Long.MAX_VALUE);

  /** Reads the properties of an answer, of which most do not matter to us. */
  static Terms read(Incoming answer) throws IOException {
    int window = USUAL.window;
    int keepAlive = USUAL.keepAliveSeconds;
    long longest = USUAL.longest;
    int length = answer.variable();
    if (length == 0) {
      return USUAL;
    }
    while (!answer.isAtTheEnd()) {
      int property = answer.one();
      switch (property) {
        case 0x21 -> window = Math.min(window, answer.two());
        case 0x13 -> keepAlive = Math.min(keepAlive, Math.max(1, answer.two()));
        case 0x22 -> answer.two();
        case 0x27 -> longest = Integer.toUnsignedLong(answer.four());
        case 0x11 -> answer.four();
        case 0x24, 0x25, 0x28, 0x29, 0x2A -> answer.one();
        case 0x26 -> {
          answer.text();
          answer.text();
        }
        default -> answer.binary(); // all others are texts
      }
    }
    return new Terms(Math.max(1, window), keepAlive, longest);
  }
}
