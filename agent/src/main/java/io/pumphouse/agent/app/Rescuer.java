package io.pumphouse.agent.app;

import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.restore.Restore;
import io.pumphouse.agent.backup.restore.SideCopy;
import io.pumphouse.agent.backup.restore.Swap;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.Terminal;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Restores from a medium where the command is typed, with an agent or without: what an agent works
 * with is swapped when it starts the next time.
 *
 * @param data the agent's folder
 */
public record Rescuer(Path data) {
  /** Restores one backup; returns the exit code. */
  public int restore(Deposit deposit, Terminal terminal) {
    try {
      Restore restore = new Restore(data, Archive.versions(), new SystemTime());
      return switch (restore.prepare(deposit, ear(deposit, terminal))) {
        case Restore.Result.Refused(var cause, var next) -> terminal.fail(cause, next);
        case Restore.Result.Ready _ when Shell.isTaken(data) -> {
          terminal
              .out()
              .println("copied and checked; it takes its place when the agent starts again");
          terminal.out().println("  sudo systemctl restart pumphouse");
          yield ExitCode.OK;
        }
        case Restore.Result.Ready _ -> {
          new Swap(data).finish().ifPresent(terminal.out()::println);
          yield ExitCode.OK;
        }
      };
    } catch (IOException e) {
      return terminal.fail(
          data + ": " + e, "put right what is in the way; the next start goes on with it");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return terminal.fail("stopped; nothing was changed", "try again");
    }
  }

  /** Takes back what no start has swapped in yet. */
  public int withdraw(Terminal terminal) {
    try {
      return switch (new Restore(data, Archive.versions(), new SystemTime()).withdraw()) {
        case NOTHING_READY -> said(terminal, "nothing was to be restored");
        case WITHDRAWN -> said(terminal, "withdrawn; nothing was changed");
        case UNDER_WAY ->
            terminal.fail(
                "some of it is in its place already", "restart the agent, which goes on with it");
      };
    } catch (IOException e) {
      return terminal.fail(data + ": " + e, "check that this user may write there");
    }
  }

  private static int said(Terminal terminal, String words) {
    terminal.out().println(words);
    return ExitCode.OK;
  }

  private static SideCopy.Ear ear(Deposit deposit, Terminal terminal) {
    terminal.out().println("copying " + deposit.stem() + " and checking the copy");
    terminal.out().flush();
    return new SideCopy.Ear() {
      @Override
      public boolean isWanted() {
        return !Thread.currentThread().isInterrupted();
      }

      @Override
      public void copied(long bytes) {}
    };
  }
}
