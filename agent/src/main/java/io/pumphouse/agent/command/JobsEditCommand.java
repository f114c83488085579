package io.pumphouse.agent.command;

import io.pumphouse.web.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jobs edit}: changes some settings of a job. */
@Command(name = "edit", description = "Changes settings of a job in jobs.yaml.")
final class JobsEditCommand implements AgentVerb {
  @Mixin private JobSettings settings = new JobSettings();

  @Override
  public int run(Desk desk, Terminal terminal) {
    return JobOrderCommand.say(desk.backups().jobs().edit(settings.id(), settings.map()), terminal);
  }

  @Override
  public Role need() {
    return Role.OWNER;
  }
}
