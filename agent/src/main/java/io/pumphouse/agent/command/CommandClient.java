package io.pumphouse.agent.command;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StreamCorruptedException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The other end of the local socket: has a running agent execute what was typed. */
public final class CommandClient {
  private static final Logger LOG = LoggerFactory.getLogger(CommandClient.class);

  /** How it ended. */
  public sealed interface Outcome {}

  /** The agent ran the command. */
  public record Ran(int exitCode) implements Outcome {}

  /** No agent runs there. */
  public record NobodyThere(String cause) implements Outcome {}

  /** An agent may run there, but the command did not get through. */
  public record Refused(String cause, String next) implements Outcome {}

  private CommandClient() {}

  /** What can be seen of an agent. */
  public enum Presence {
    /** It listens. */
    HERE,
    /** None does. */
    NOBODY,
    /** Whoever asks may not look. */
    HIDDEN
  }

  /** Whether an agent listens at this path. */
  public static boolean answers(Path socket) {
    return presence(socket) == Presence.HERE;
  }

  /** Whether an agent listens at this path, as far as this user can see. */
  public static Presence presence(Path socket) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected() ? Presence.HERE : Presence.NOBODY;
    } catch (IOException | IllegalArgumentException failure) {
      return isDenied(socket, failure) ? Presence.HIDDEN : Presence.NOBODY;
    }
  }

  /** By the files too, because what the system says is in the language of this machine. */
  private static boolean isDenied(Path socket, Exception failure) {
    Path folder = socket.toAbsolutePath().getParent();
    return failure instanceof AccessDeniedException
        || String.valueOf(failure.getMessage()).contains("Permission denied")
        || (folder != null && Files.isDirectory(folder) && !Files.isExecutable(folder))
        || (Files.exists(socket) && !Files.isWritable(socket));
  }

  /**
   * Sends the command to the agent at this path, and what there is to read from the terminal, and
   * copies what the agent says to the terminal.
   */
  public static Outcome run(Path socket, List<String> typed, Terminal terminal) {
    if (!Speech.fits(typed)) {
      return new Refused("too many or too long arguments", "ask for less at a time");
    }
    SocketChannel channel;
    try {
      channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    } catch (IOException | IllegalArgumentException failure) {
      return isDenied(socket, failure)
          ? new Refused(
              String.valueOf(failure.getMessage()), "join the group pumphouse, or use sudo")
          : new NobodyThere("no agent answers on " + socket);
    }
    try (channel) {
      DataOutputStream to = new DataOutputStream(Channels.newOutputStream(channel));
      Speech.writeCommand(to, typed);
      Thread.ofVirtual().name("file to agent").start(() -> send(terminal.in(), to, channel));
      return new Ran(listen(new DataInputStream(Channels.newInputStream(channel)), terminal));
    } catch (IOException failure) {
      return new Refused(
          socket + ": the agent hung up: " + failure.getMessage(),
          "look at its log, then try again");
    }
  }

  private static void send(InputStream file, DataOutputStream to, SocketChannel channel) {
    try {
      Speech.writeFile(to, file);
    } catch (IOException failure) {
      LOG.debug("the rest of the file was not sent: {}", failure.toString());
      hangUp(channel);
    }
  }

  /** The agent must not wait for the rest of a file that cannot be read. */
  private static void hangUp(SocketChannel channel) {
    try {
      channel.shutdownOutput();
    } catch (IOException failure) {
      LOG.debug("the agent hung up first: {}", failure.toString());
    }
  }

  private static int listen(DataInputStream from, Terminal terminal) throws IOException {
    while (true) {
      int kind = from.readUnsignedByte();
      switch (kind) {
        case Speech.OUT -> {
          copy(from, terminal.out());
          if (terminal.isGone()) {
            return terminal.unheard(); // as in: pumphouse trace house --follow | head
          }
        }
        case Speech.ERR -> copy(from, terminal.err());
        case Speech.EXIT -> {
          return from.readInt();
        }
        default -> throw new StreamCorruptedException("unknown reply " + kind);
      }
    }
  }

  private static void copy(DataInputStream from, PrintWriter to) throws IOException {
    to.write(new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8));
    to.flush();
  }
}
