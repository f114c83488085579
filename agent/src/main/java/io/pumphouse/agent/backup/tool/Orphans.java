package io.pumphouse.agent.backup.tool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tools that outlived their agent. They are known by the run's name in their environment, which no
 * later process can have by chance, as it can have a process id.
 */
public final class Orphans {
  private Orphans() {}

  /** Stops whatever still works for this run; returns how many processes that were. */
  public static int stop(String token, Duration grace) {
    List<ProcessHandle> found = find(token);
    found.forEach(ProcessHandle::destroy);
    found.forEach(process -> outlast(process, grace));
    return found.size();
  }

  private static List<ProcessHandle> find(String token) {
    String sign = "\0" + Child.TOKEN + "=" + token + "\0";
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> environment(process.pid()).contains(sign))
        .toList();
  }

  private static String environment(long pid) {
    try {
      Path file = Path.of("/proc", Long.toString(pid), "environ");
      return "\0" + new String(Files.readAllBytes(file), ISO_8859_1) + "\0";
    } catch (IOException _) {
      return ""; // gone meanwhile, or another user's, which is not ours
    }
  }

  /** Waits for its end, which comes by force after the grace. */
  static void outlast(ProcessHandle process, Duration grace) {
    CompletableFuture<ProcessHandle> end = process.onExit();
    try {
      end.get(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      process.destroyForcibly();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for process " + process.pid() + " failed", e);
    }
  }
}
