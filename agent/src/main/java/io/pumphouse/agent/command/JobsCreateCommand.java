package io.pumphouse.agent.command;

import io.pumphouse.web.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jobs create}: a new job. */
@Command(name = "create", description = "Makes a new job and saves it in jobs.yaml.")
final class JobsCreateCommand implements AgentVerb {
  @Mixin private JobSettings settings = new JobSettings();

  @Override
  public int run(Desk desk, Terminal terminal) {
    return JobOrderCommand.say(
        desk.backups().jobs().create(settings.id(), settings.map()), terminal);
  }

  @Override
  public Role need() {
    return Role.OWNER;
  }
}
