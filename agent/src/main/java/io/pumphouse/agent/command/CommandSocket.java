package io.pumphouse.agent.command;

import io.pumphouse.web.model.Health.Check;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local socket of the running agent: whoever may write to it (mode 0660) may run verbs here.
 * Each connection is one command on a virtual thread of its own.
 */
public final class CommandSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommandSocket.class);
  private static final String NAME = "local socket";
  private static final int AT_ONCE = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Path path;
  private final CommandTable table;
  private final ServerSocketChannel server;
  private final Semaphore places = new Semaphore(AT_ONCE);

  private CommandSocket(Path path, CommandTable table, ServerSocketChannel server) {
    this.path = path;
    this.table = table;
    this.server = server;
  }

  /** How opening ended. */
  public sealed interface Opening {
    /** What the health board says about it. */
    Check check();
  }

  /** The socket takes commands. */
  public record Opened(CommandSocket socket) implements Opening {
    @Override
    public Check check() {
      return Check.well(NAME, socket.path.toString());
    }
  }

  /** The socket could not be made. */
  public record NotOpened(Check check) implements Opening {}

  /** Opens the socket at this path, replacing one that a dead agent left behind. */
  public static Opening open(Path path, CommandTable table) {
    if (CommandClient.answers(path)) {
      return new NotOpened(
          Check.degraded(
              NAME, path + " belongs to another running agent", "stop it, or use another --data"));
    }
    try {
      Files.deleteIfExists(path);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
      CommandSocket socket = new CommandSocket(path, table, server);
      Thread.ofVirtual().name(NAME).start(socket::accept);
      return new Opened(socket);
    } catch (IOException failure) {
      return new NotOpened(
          Check.degraded(
              NAME, path + ": " + failure.getMessage(), "make the folder writable for the agent"));
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(path);
    } catch (IOException failure) {
      LOG.warn("{} was not removed: {}", path, failure.toString());
    }
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel client = server.accept();
        if (places.tryAcquire()) {
          Thread.ofVirtual().name("command").start(() -> serve(client));
        } else {
          client.close();
        }
      } catch (IOException failure) {
        if (server.isOpen()) {
          LOG.warn("{}: {}", path, failure.toString());
        }
      }
    }
  }

  private void serve(SocketChannel client) {
    CountDownLatch told = new CountDownLatch(1);
    Thread.ofVirtual().name("patience").start(() -> hangUpUnless(told, client));
    try (client) {
      DataInputStream in = new DataInputStream(Channels.newInputStream(client));
      List<String> typed = Speech.readCommand(in);
      told.countDown();
      Speech.Replies replies = new Speech.Replies(Channels.newOutputStream(client));
      replies.exit(table.execute(typed, replies.terminal()));
    } catch (IOException failure) {
      LOG.debug("a command client left: {}", failure.toString());
    } finally {
      told.countDown();
      places.release();
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
