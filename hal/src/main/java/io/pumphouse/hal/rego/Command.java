package io.pumphouse.hal.rego;

import io.pumphouse.hal.reading.Space;
import java.util.Arrays;
import java.util.Optional;

/** What a Rego can be told to do, by the second byte of a request. */
enum Command {
  READ_PANEL(0x00),
  WRITE_PANEL(0x01),
  READ_SYSTEM(0x02),
  WRITE_SYSTEM(0x03),
  READ_TIMER(0x04),
  WRITE_TIMER(0x05),
  READ_DISPLAY(0x20),
  READ_LAST_ERROR(0x40),
  READ_PREVIOUS_ERROR(0x42),
  READ_VERSION(0x7F);

  private final int code;

  Command(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Optional<Command> of(int code) {
    return Arrays.stream(values()).filter(command -> command.code == code).findFirst();
  }

  static Command reading(Space space) {
    return switch (space) {
      case PANEL -> READ_PANEL;
      case SYSTEM -> READ_SYSTEM;
      case TIMER -> READ_TIMER;
      case COIL, DISCRETE, INPUT, HOLDING, GATEWAY, BOARD -> throw notRego(space);
    };
  }

  static Command writing(Space space) {
    return switch (space) {
      case PANEL -> WRITE_PANEL;
      case SYSTEM -> WRITE_SYSTEM;
      case TIMER -> WRITE_TIMER;
      case COIL, DISCRETE, INPUT, HOLDING, GATEWAY, BOARD -> throw notRego(space);
    };
  }

  /** A register of another protocol came here: the map and the wire were not held together. */
  private static IllegalArgumentException notRego(Space space) {
    return new IllegalArgumentException(space.word() + " is no Rego address space");
  }
}
