package io.pumphouse.hal.rego;

import io.pumphouse.hal.line.Frame;
import java.util.Optional;

/**
 * What a master sends: {@code 81 command address data check}, nine bytes. The check covers address
 * and data only, so a damaged command is not noticed.
 *
 * @param command 0 to 127; whether the Rego knows it is another matter
 * @param address 0 to 65535
 * @param word the number to write, 0 to 65535; zero where nothing is written
 */
record Request(int command, int address, int word) {
  static final int START = 0x81;
  static final int LENGTH = 9;

  private static final int ADDRESS = 2;
  private static final int WORD = ADDRESS + Septets.LENGTH;
  private static final int CHECK = WORD + Septets.LENGTH;

  static Request of(Command command, int address, int word) {
    return new Request(command.code(), address, word);
  }

  Frame frame() {
    Frame content = Septets.of(address).plus(Septets.of(word));
    return Frame.of(START, command)
        .plus(content)
        .plus(Frame.of(Septets.check(content, 0, content.length())));
  }

  /** What these nine bytes ask for; empty if they are no request. */
  static Optional<Request> of(Frame nine) {
    boolean isRequest =
        nine.length() == LENGTH
            && nine.at(0) == START
            && nine.at(CHECK) == Septets.check(nine, ADDRESS, CHECK);
    return isRequest
        ? Optional.of(
            new Request(nine.at(1), Septets.word(nine, ADDRESS), Septets.word(nine, WORD)))
        : Optional.empty();
  }
}
