package io.pumphouse.agent.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a program of the machine something. */
@FunctionalInterface
public interface Ask {
  /** What it printed; empty if it is not there, failed, or took too long. */
  String of(List<String> command);

  /** The programs of this machine, each within ten seconds. */
  static Ask machine() {
    return Ask::printed;
  }

  private static String printed(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return output(process);
    } catch (IOException _) {
      return ""; // no such program
    }
  }

  private static String output(Process process) {
    CompletableFuture<byte[]> output = new CompletableFuture<>();
    Thread.ofVirtual().name("ear of a tool").start(() -> read(process, output));
    try {
      byte[] all = output.get(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS);
      return process.waitFor() == 0 ? new String(all, StandardCharsets.UTF_8) : "";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "";
    } catch (ExecutionException | TimeoutException _) {
      return ""; // it hung up, or hangs
    } finally {
      process.destroyForcibly();
    }
  }

  private static void read(Process process, CompletableFuture<byte[]> output) {
    try {
      output.complete(process.getInputStream().readAllBytes());
    } catch (IOException e) {
      output.completeExceptionally(e);
    }
  }
}
