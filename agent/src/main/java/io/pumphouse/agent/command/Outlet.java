package io.pumphouse.agent.command;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Text for whoever typed the command, that remembers why it could not be written: a reader who left
 * ({@code … | head}) is no failure, a full disk is one. Confined to one thread.
 */
public final class Outlet extends PrintWriter {
  private final Sink sink;

  /**
   * @param to where bytes go
   * @param isPipe whether somebody may stop reading it
   */
  public Outlet(OutputStream to, boolean isPipe) {
    this(new Sink(to, isPipe));
  }

  private Outlet(Sink sink) {
    super(sink, true, StandardCharsets.UTF_8);
    this.sink = sink;
  }

  /** Whether a descriptor of this process, such as 1, is a pipe or a socket. */
  public static boolean isPipe(int descriptor) {
    try {
      String kind = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return kind.startsWith("pipe:") || kind.startsWith("socket:");
    } catch (IOException _) { // no /proc: the message of a failure must tell
      return false;
    }
  }

  /** Why nothing more can be written; empty if it can, or if only the reader left. */
  Optional<String> trouble() {
    return sink.trouble;
  }

  /** Where it goes in the end. */
  private static final class Sink extends FilterOutputStream {
    private final boolean isPipe;
    private Optional<String> trouble = Optional.empty();

    Sink(OutputStream to, boolean isPipe) {
      super(to);
      this.isPipe = isPipe;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException failure) {
        trouble = trouble.or(() -> trouble(failure));
        throw failure;
      }
    }

    /** A pipe fails for one reason only, and in the language of the machine. */
    private Optional<String> trouble(IOException failure) {
      String cause = String.valueOf(failure.getMessage());
      return isPipe || cause.equals("Broken pipe") ? Optional.empty() : Optional.of(cause);
    }
  }
}
