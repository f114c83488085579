package io.pumphouse.agent.command;

import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.WriteOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code write}: changes a setting of a pump, if the configuration lets it. */
@Command(
    name = "write",
    description = "Changes a setting of a pump that the configuration lets you change.")
public final class WriteCommand implements AgentVerb {
  @Mixin private WriteOptions options = new WriteOptions();

  @Parameters(
      index = "1",
      paramLabel = "METRIC|REGISTER",
      description = "room_setpoint, 47041, register:47041 …")
  private String name = "";

  @Parameters(index = "2", paramLabel = "VALUE", description = "In the register's unit: 21.5.")
  private String value = "";

  @Override
  public int run(Desk desk, Terminal terminal) {
    return options.run(
        desk,
        terminal,
        (pump, who, why) -> desk.writes().write(new WriteOrder(pump, name, value, who, why)));
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
