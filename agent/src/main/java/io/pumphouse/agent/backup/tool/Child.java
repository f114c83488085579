package io.pumphouse.agent.backup.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A tool at work, in a session and process group of its own so that it can be stopped with all its
 * children, with the lowest claim to processor and disk, and the first to go when memory runs out.
 * Thread-safe.
 */
public final class Child {
  /** The variable that names the run to whoever looks for what a dead agent left behind. */
  public static final String TOKEN = "PUMPHOUSE_RUN";

  private static final List<String> MANNERS =
      List.of("setsid", "choom", "-n", "1000", "--", "nice", "-n", "19", "ionice", "-t", "-c", "3");
  private static final int START_TIME = 19; // field 22 of proc_pid_stat(5), behind pid and name

  private final Process process;
  private final List<Thread> readers = new ArrayList<>();

  /** How starting went. */
  public sealed interface Start {
    /** It runs. */
    record Running(Child child) implements Start {}

    /** It does not. */
    record Failed(Verdict verdict) implements Start {}
  }

  /** Who listens to a tool, on two threads at once. */
  public interface Ear {
    /** A line of standard output. */
    void out(String line);

    /** A line of standard error. */
    void err(String line);
  }

  private Child(Process process) {
    this.process = process;
  }

  /**
   * Starts a tool.
   *
   * @param arguments the tool and its arguments
   * @param folder where it stands: what is mounted there later, or no longer, is nothing to it
   * @param environment what it is told besides, its {@link #TOKEN} among it
   */
  public static Start start(
      List<String> arguments, Path folder, Map<String, String> environment, Ear ear) {
    List<String> all = new ArrayList<>(MANNERS);
    all.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
    builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
    try {
      Child child = new Child(builder.start());
      child.process.getOutputStream().close(); // ssh must not wait for somebody to type
      child.listen(child.process.getInputStream(), ear::out, "out");
      child.listen(child.process.getErrorStream(), ear::err, "err");
      return new Start.Running(child);
    } catch (IOException e) {
      return new Start.Failed(
          Verdict.failure(
              arguments.getFirst() + " cannot be started: " + e.getMessage(),
              "sudo apt install util-linux " + arguments.getFirst()));
    }
  }

  private void listen(InputStream stream, Consumer<String> ear, String name) {
    readers.add(
        Thread.ofVirtual().name("backup-" + name).start(() -> Lines.read(stream, UTF_8, ear)));
  }

  /** Its process id, which is that of its group too. */
  public long pid() {
    return process.pid();
  }

  /** The folder it stands in, wherever that is mounted by now. */
  public Path folder() {
    return Path.of("/proc", Long.toString(pid()), "cwd");
  }

  /** When the kernel started it, in ticks since boot; 0 once it is gone. */
  public long startTicks() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid()), "stat"));
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
      return Long.parseLong(fields.get(START_TIME));
    } catch (IOException _) {
      return 0; // it has ended
    }
  }

  /** Its exit code, once it has ended and everything it said was heard; empty if not yet. */
  public OptionalInt await(Duration most) throws InterruptedException {
    if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
      return OptionalInt.empty();
    }
    for (Thread reader : readers) {
      reader.join(Duration.ofSeconds(2)); // a grandchild may hold the pipe open
    }
    return OptionalInt.of(process.exitValue());
  }

  /**
   * Asks it and its children to stop, and ends them if they do not within the grace. Afterwards
   * none of them holds a medium any longer: rsync's own children outlive it by a moment.
   */
  public void stop(Duration grace) throws InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    Signals.send("TERM", pid());
    if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      Signals.send("KILL", pid());
      process.waitFor();
    }
    children.forEach(child -> Orphans.outlast(child, grace));
  }
}
