package io.pumphouse.agent;

import io.pumphouse.agent.app.Rescuer;
import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Deposits;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code restore}: from a medium alone, on a machine that knows nothing of it. */
@Command(
    name = "restore",
    description = {
      "Lists the snapshots in a folder, or brings one back; no agent need run.",
      "It is copied beside the data folder's files, checked, then swapped with them; what was there"
          + " before is kept. A running agent swaps when it starts again."
    })
final class RestoreCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Where snapshots lie: the destination of their job.")
  private String folder = "";

  @Option(names = "--newest", description = "Bring back the newest that is sound.")
  private boolean isNewest;

  @Option(names = "--backup", paramLabel = "BACKUP", description = "Bring back this one.")
  private String backup = "";

  @Option(
      names = "--withdraw",
      description = "Takes back what is ready and was not swapped in yet.")
  private boolean isWithdrawal;

  @ParentCommand private CommandTable.Root root = new CommandTable.Root();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    Rescuer rescuer = new Rescuer(root.data().toAbsolutePath().normalize());
    if (isWithdrawal) {
      return rescuer.withdraw(terminal);
    }
    if (folder.isEmpty()) {
      return terminal.misuse("which folder?", "such as: pumphouse restore /media/stick/pumphouse");
    }
    try {
      return restore(rescuer, Deposits.in(Path.of(folder).toAbsolutePath()), terminal);
    } catch (IOException e) {
      return terminal.fail(folder + ": " + e, "check that the medium is mounted and readable");
    }
  }

  private int restore(Rescuer rescuer, List<Deposit> found, Terminal terminal) {
    if (found.isEmpty()) {
      return terminal.fail(
          folder + " holds no snapshots", "mount the medium; name the destination of the job");
    }
    if (!isNewest && backup.isEmpty()) {
      found.forEach(deposit -> terminal.out().println(line(deposit)));
      terminal.out().println("bring one back with --newest or --backup " + found.getFirst().stem());
      return ExitCode.OK;
    }
    return found.stream()
        .filter(deposit -> isNewest ? deposit.isSound() : deposit.stem().equals(backup))
        .findFirst()
        .map(deposit -> rescuer.restore(deposit, terminal))
        .orElseGet(
            () ->
                terminal.fail(
                    isNewest ? "none of them is sound" : "there is no \"" + backup + "\" there",
                    "look at: pumphouse restore " + folder));
  }

  private static String line(Deposit deposit) {
    return "%s  taken %s  %d KiB  job %s  %s"
        .formatted(
            deposit.stem(),
            deposit.manifest().taken().truncatedTo(ChronoUnit.SECONDS),
            deposit.manifest().bytes() >> 10,
            deposit.manifest().origin().job(),
            deposit.isSound()
                ? "verified " + deposit.verified().truncatedTo(ChronoUnit.SECONDS)
                : "NOT SOUND: " + deposit.trouble());
  }
}
