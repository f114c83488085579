package io.pumphouse.agent.app;

import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.hal.gpio.Board;
import io.pumphouse.hal.gpio.Output;
import io.pumphouse.hal.gpio.PiBoard;
import io.pumphouse.hal.gpio.Pin;
import io.pumphouse.hal.gpio.Pinout;
import io.pumphouse.hal.gpio.Use;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts the outputs at rest once more after an agent that may not have been able to. */
public final class PinsAtRest {
  private PinsAtRest() {}

  /** Does so, and returns the exit code. */
  public static int put(Pinout pinout, Terminal terminal) {
    Map<Use, Pin> outputs = new LinkedHashMap<>(pinout.pins());
    outputs.keySet().removeIf(use -> !(use instanceof Output));
    if (outputs.isEmpty()) {
      return ExitCode.OK;
    }
    try (Board board = new PiBoard(new SystemTime())) {
      return switch (board.open(new Pinout(outputs), (_, _, _) -> {})) {
        case Board.Done _ -> ExitCode.OK;
        case Board.Failed(String cause, String next) -> terminal.fail(cause, next);
      };
    }
  }
}
