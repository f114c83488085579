package io.pumphouse.agent.publish.mqtt;

import java.io.IOException;

/**
 * What a broker asks of us when it lets us in: MQTT 5, section 3.2.2.3. Immutable.
 *
 * @param window how many messages may be on their way at once
 * @param keepAliveSeconds how long we may be silent
 */
record Terms(int window, int keepAliveSeconds) {
  /** Of a broker that says nothing. */
  static final Terms USUAL = new Terms(20, 60);

  /** Reads the properties of an answer, of which most do not matter to us. */
  static Terms read(Incoming answer) throws IOException {
    int window = USUAL.window;
    int keepAlive = USUAL.keepAliveSeconds;
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
        case 0x11, 0x27 -> answer.four();
        case 0x24, 0x25, 0x28, 0x29, 0x2A -> answer.one();
        case 0x26 -> {
          answer.text();
          answer.text();
        }
        default -> answer.binary(); // all others are texts
      }
    }
    return new Terms(Math.max(1, window), keepAlive);
  }
}
