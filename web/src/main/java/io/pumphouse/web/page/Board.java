package io.pumphouse.web.page;

import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.MachineHealth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The health board: what is wrong, and how the machine fares. Public because compiled templates
 * live in a package of their own.
 *
 * @param wrong what does not work, with cause and next step in English
 * @param vitals of the machine and its disk, as far as they are known
 */
public record Board(List<Health.Check> wrong, List<Vital> vitals) {
  public Board {
    wrong = List.copyOf(wrong);
    vitals = List.copyOf(vitals);
  }

  static Board of(Tongue tongue, Health health, MachineHealth machine) {
    Health.Report report = health.report();
    return new Board(
        report.checks().stream().filter(check -> !check.isWell()).toList(),
        Stream.concat(Vital.machine(tongue, machine).stream(), Vital.disk(tongue, machine).stream())
            .filter(Vital::isKnown)
            .toList());
  }
}
