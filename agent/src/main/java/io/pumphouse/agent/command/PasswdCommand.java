package io.pumphouse.agent.command;

import io.pumphouse.web.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code passwd}: lets somebody in again who forgot their password. */
@Command(
    name = "passwd",
    description = {
      "Gives an account a new password and prints it; it can be changed on the account's page.",
      "Ends the sessions of the account and forgives all wrong tries at the login."
    })
public final class PasswdCommand implements AgentVerb {
  @Parameters(index = "0", paramLabel = "NAME", description = "The account's name.")
  private String name = "";

  @Override
  public int run(Desk desk, Terminal terminal) {
    return switch (desk.accounts().newPassword(name, terminal.user())) {
      case LocalAccounts.Told.Secret(String password) -> {
        terminal.out().println(password);
        yield ExitCode.OK;
      }
      case LocalAccounts.Told.No(String cause, String next) -> terminal.fail(cause, next);
    };
  }

  @Override
  public String whyAgent() {
    return "only the agent may change who may do what";
  }

  @Override
  public Role need() {
    return Role.OWNER;
  }
}
