package io.pumphouse.agent.config;

import io.pumphouse.hal.line.Wiring;
import java.nio.file.Path;
import java.util.List;

/** Configurations of one pump whose line is the point, on line 2 of the file. */
final class Lines {
  private final Desk desk;

  Lines(Path folder) {
    this.desk = new Desk(folder);
  }

  /** Of a model that can be wired in every way. */
  static String with(String line) {
    return "pumps:\n  - {id: a, model: thermia-genesis-inverter, line: %s}\n".formatted(line);
  }

  List<String> problems(String line) {
    return desk.problems(with(line)).stream()
        .map(text -> text.replace("pumphouse.yaml:2: pumps[0].", ""))
        .toList();
  }

  Wiring wiring(String line) {
    return desk.config(with(line)).pumps().getFirst().wiring();
  }
}
