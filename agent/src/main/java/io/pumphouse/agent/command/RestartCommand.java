package io.pumphouse.agent.command;

import io.pumphouse.web.model.Role;
import picocli.CommandLine.Command;

/** {@code restart}: the agent ends and starts anew, as after a restore. */
@Command(
    name = "restart",
    description = "Ends the agent so that it starts anew; the pump is not asked meanwhile.")
public final class RestartCommand implements AgentVerb {
  @Override
  public int run(Desk desk, Terminal terminal) {
    return JobOrderCommand.say(desk.premises().restarting().restart(), terminal);
  }

  @Override
  public Role need() {
    return Role.OWNER;
  }

  @Override
  public String whyAgent() {
    return "there is nothing to restart";
  }
}
