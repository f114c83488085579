package io.pumphouse.agent.command;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a verb writes.
 *
 * @param out what was asked for
 * @param err what went wrong: one cause and one next step each
 * @param user who typed it, as far as this machine knows; for the events that keep who did what
 * @param in the content of the file that goes along; empty for verbs without one
 * @param columns how wide a line may be
 */
public record Terminal(PrintWriter out, PrintWriter err, String user, InputStream in, int columns) {
  /** As wide as lines come: a shell's own window folds them, or a program reads them. */
  public static final int ANY_WIDTH = Integer.MAX_VALUE;

  /** A terminal of any width. */
  public Terminal(PrintWriter out, PrintWriter err, String user, InputStream in) {
    this(out, err, user, in, ANY_WIDTH);
  }

  /** A terminal from which nothing comes. */
  public Terminal(PrintWriter out, PrintWriter err, String user) {
    this(out, err, user, InputStream.nullInputStream());
  }

  /** A terminal in the process of whoever typed. */
  public Terminal(PrintWriter out, PrintWriter err) {
    this(out, err, System.getProperty("user.name", "unknown"));
  }

  /** The same with a file that goes along. */
  public Terminal with(InputStream file) {
    return new Terminal(out, err, user, file, columns);
  }

  /** The terminal that picocli gave this command. */
  public static Terminal of(CommandSpec spec) {
    return new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  /** What comes now is as it happens: nobody wants to be asked for the next page of it. */
  public void scroll() {
    if (out instanceof Scrolling page) {
      page.scroll();
    }
  }

  /** Whether lines must fit a screen. */
  boolean isNarrow() {
    return columns < ANY_WIDTH;
  }

  /** Prints a table so that it fits. */
  void print(Table table) {
    table.lines(columns).forEach(out::println);
  }

  /**
   * Whether the one who typed has left. Over the local socket asking this is what finds it out: a
   * command that goes on for long must ask now and then, or it keeps its place for ever.
   */
  public boolean isGone() {
    return out.checkError();
  }

  /**
   * Ends a command whose output cannot be written any more: well if the reader has left, else with
   * what the system said.
   */
  int unheard() {
    Optional<String> trouble = out instanceof Outlet outlet ? outlet.trouble() : Optional.empty();
    return trouble
        .map(
            cause ->
                fail(
                    "the output could not be written: " + cause,
                    "make room there, or write it elsewhere; what was written is not whole"))
        .orElse(ExitCode.OK);
  }

  /** Says what is wrong and what to do, and gives the exit code for it. */
  public int fail(String cause, String next) {
    err.println("pumphouse: " + cause);
    err.println("  " + next);
    return ExitCode.FAILED;
  }

  /** Says what was typed wrongly and what is right, and gives the exit code for it. */
  public int misuse(String cause, String next) {
    fail(cause, next);
    return ExitCode.WRONG_USAGE;
  }
}
