package io.pumphouse.hal.rego;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.modbus.RegisterBank.Answer;
import io.pumphouse.hal.modbus.RegisterBank.Refusal;
import io.pumphouse.hal.modbus.RegisterBank.Values;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.rego.Question.Version;
import java.util.List;
import java.util.OptionalInt;

/**
 * Answers one request from a register bank. A Rego cannot refuse: an address that the bank has not
 * reads zero, a write that the bank will not take is heard and ignored, and a bank that fails is
 * silence.
 */
final class Clerk {
  /** Modbus: "failure inside the device". */
  private static final int DEVICE_FAILURE = 4;

  private static final Frame SILENCE = Frame.empty();
  private static final String BLANK_ROW = " ".repeat(20);

  private final RegisterBank bank;
  private final Addressing addressing;
  private final List<RegoError> errors;

  Clerk(RegisterBank bank, Addressing addressing, List<RegoError> newestFirst) {
    this.bank = bank;
    this.addressing = addressing;
    this.errors = List.copyOf(newestFirst);
  }

  /** What a Rego would answer; empty if it would not. */
  Frame answer(Request request) {
    return Command.of(request.command()).map(command -> answer(command, request)).orElse(SILENCE);
  }

  private Frame answer(Command command, Request request) {
    return switch (command) {
      case READ_PANEL -> read(Space.PANEL, request);
      case READ_SYSTEM -> read(Space.SYSTEM, request);
      case READ_TIMER -> read(Space.TIMER, request);
      case WRITE_PANEL -> write(Space.PANEL, request);
      case WRITE_SYSTEM -> write(Space.SYSTEM, request);
      case WRITE_TIMER -> write(Space.TIMER, request);
      case READ_DISPLAY -> LogEntry.text(BLANK_ROW);
      case READ_LAST_ERROR -> logged(0);
      case READ_PREVIOUS_ERROR -> logged(1);
      case READ_VERSION -> Answers.word(Version.REGO_600);
    };
  }

  private Frame read(Space space, Request request) {
    OptionalInt address = addressing.inMap(space, request.address());
    Answer answer =
        address.isPresent() ? bank.read(space, address.getAsInt(), 1) : new Values(List.of(0));
    return switch (answer) {
      case Values(List<Integer> values) -> Answers.word(values.getFirst());
      case Refusal(int exception) -> exception == DEVICE_FAILURE ? SILENCE : Answers.word(0);
    };
  }

  private Frame write(Space space, Request request) {
    List<Integer> words = List.of(request.word());
    OptionalInt address = addressing.inMap(space, request.address());
    Answer answer =
        address.isPresent() ? bank.write(space, address.getAsInt(), words) : new Values(words);
    return switch (answer) {
      case Values _ -> Answers.done();
      case Refusal(int exception) -> exception == DEVICE_FAILURE ? SILENCE : Answers.done();
    };
  }

  private Frame logged(int index) {
    return index < errors.size() ? LogEntry.answer(errors.get(index)) : LogEntry.noError();
  }
}
