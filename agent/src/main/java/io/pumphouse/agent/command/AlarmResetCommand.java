package io.pumphouse.agent.command;

import io.pumphouse.web.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code alarm-reset}: presses the reset button of a pump. */
@Command(
    name = "alarm-reset",
    description = "Resets the alarms of a pump whose configuration has alarm_reset in writes:.")
public final class AlarmResetCommand implements AgentVerb {
  @Mixin private WriteOptions options = new WriteOptions();

  @Override
  public int run(Desk desk, Terminal terminal) {
    return options.run(desk, terminal, desk.writes()::resetAlarm);
  }

  @Override
  public String whyAgent() {
    return WriteOptions.WHY_AGENT;
  }

  @Override
  public Role need() {
    return Role.TECHNICIAN;
  }
}
