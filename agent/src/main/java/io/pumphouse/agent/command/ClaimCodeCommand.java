package io.pumphouse.agent.command;

import io.pumphouse.web.model.Role;
import picocli.CommandLine.Command;

/** {@code claim-code}: prints what makes the first account. */
@Command(
    name = "claim-code",
    description = "Prints the code that makes the first account, on the dashboard's page /claim.")
public final class ClaimCodeCommand implements AgentVerb {
  @Override
  public int run(Desk desk, Terminal terminal) {
    return switch (desk.accounts().claimCode()) {
      case LocalAccounts.Told.Secret(String code) -> {
        terminal.out().println(code);
        yield ExitCode.OK;
      }
      case LocalAccounts.Told.No(String cause, String next) -> terminal.fail(cause, next);
    };
  }

  @Override
  public String whyAgent() {
    return "each start of the agent makes a code of its own";
  }

  @Override
  public Role need() {
    return Role.OWNER;
  }
}
