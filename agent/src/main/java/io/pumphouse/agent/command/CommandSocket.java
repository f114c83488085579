package io.pumphouse.agent.command;

import io.pumphouse.web.model.Health.Check;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local socket of the running agent: whoever may write to it (mode 0660) may run verbs here.
 * Each connection is one command on a virtual thread of its own. Thread-safe.
 */
public final class CommandSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommandSocket.class);
  private static final String NAME = "local socket";
  private static final int COMMANDS_AT_ONCE = 8;
  private static final int CONNECTIONS = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Path path;
  private final CommandTable table;
  private final Semaphore commands = new Semaphore(COMMANDS_AT_ONCE);
  private final Semaphore connections = new Semaphore(CONNECTIONS);
  private Optional<Door> door = Optional.empty();

  /**
   * The socket while it takes connections.
   *
   * @param file what tells its file from another one put in its place
   */
  private record Door(ServerSocketChannel server, Object file) {}

  /** A socket that is not open yet. */
  public CommandSocket(Path path, CommandTable table) {
    this.path = path;
    this.table = table;
  }

  /**
   * Makes sure that commands can come in: opens the socket, replacing one that a dead agent left
   * behind, and opens it again if it stopped or its file was removed. Says how it is now.
   */
  public synchronized Check open() {
    try {
      if (door.isPresent() && isReachable(door.get())) {
        return Check.well(NAME, path.toString());
      }
      closeDoor();
      if (CommandClient.answers(path)) {
        return Check.degraded(
            NAME, path + " belongs to another running agent", "stop it, or use another --data");
      }
      return replace();
    } catch (IOException failure) {
      return Check.degraded(
          NAME, path + ": " + failure.getMessage(), "make the folder writable for the agent");
    }
  }

  private boolean isReachable(Door open) throws IOException {
    return open.server.isOpen() && isThere() && open.file.equals(file());
  }

  private boolean isThere() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private Object file() throws IOException {
    return attributes().fileKey();
  }

  private BasicFileAttributes attributes() throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private Check replace() throws IOException {
    if (isThere() && !attributes().isOther()) {
      return Check.degraded(
          NAME, path + " is there and is no socket", "look at it, then move it away");
    }
    Files.deleteIfExists(path);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(path));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
    door = Optional.of(new Door(server, file()));
    Thread.ofVirtual().name(NAME).start(() -> accept(server));
    return Check.well(NAME, path.toString());
  }

  /** Takes no more commands and removes the file; those under way end by themselves. */
  @Override
  public synchronized void close() {
    try {
      boolean isOurs = door.isPresent() && isReachable(door.get());
      closeDoor();
      if (isOurs) {
        Files.deleteIfExists(path);
      }
    } catch (IOException failure) {
      LOG.warn("{} was not removed: {}", path, failure.toString());
    }
  }

  private void closeDoor() throws IOException {
    if (door.isPresent()) {
      door.get().server.close();
      door = Optional.empty();
    }
  }

  private void accept(ServerSocketChannel server) {
    try (server) {
      while (true) {
        SocketChannel client = server.accept();
        if (connections.tryAcquire()) {
          Thread.ofVirtual().name("command").start(() -> serve(client));
        } else {
          client.close();
        }
      }
    } catch (ClosedChannelException _) {
      // Closing is how this ends.
    } catch (IOException failure) {
      // As when the process has no file descriptor left: open() finds it closed and tries again.
      LOG.warn("{}: no more commands for now: {}", path, failure.toString());
    }
  }

  private void serve(SocketChannel client) {
    CountDownLatch told = new CountDownLatch(1);
    Thread.ofVirtual().name("patience").start(() -> hangUpUnless(told, client));
    try (client) {
      DataInputStream from = new DataInputStream(Channels.newInputStream(client));
      List<String> typed = Speech.readCommand(from);
      told.countDown();
      Speech.Replies replies = new Speech.Replies(Channels.newOutputStream(client));
      Terminal terminal = replies.terminal(CallingUser.name(client));
      answer(typed, terminal.with(new Speech.SentFile(from)), replies);
    } catch (IOException failure) {
      LOG.debug("a command client left: {}", failure.toString());
    } finally {
      told.countDown();
      connections.release();
    }
  }

  private void answer(List<String> typed, Terminal terminal, Speech.Replies replies)
      throws IOException {
    if (!commands.tryAcquire()) {
      replies.exit(
          terminal.fail(
              "the agent is busy with " + COMMANDS_AT_ONCE + " other commands",
              "try again in a moment"));
      return;
    }
    try {
      replies.exit(table.execute(typed, terminal));
    } finally {
      commands.release();
    }
  }

  /** Whoever connects and says nothing must not keep a place from others. */
  private static void hangUpUnless(CountDownLatch told, SocketChannel client) {
    try {
      if (!told.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("a client of the local socket said nothing in {} and was hung up on", PATIENCE);
        client.close();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException failure) {
      LOG.debug("a silent client was gone already: {}", failure.toString());
    }
  }
}
