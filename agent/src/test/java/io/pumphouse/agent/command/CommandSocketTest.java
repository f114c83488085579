package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandSocketTest {
  private static final int SAID = 42;
  private static final List<String> STATUS = List.of("status");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err));
  private final CommandTable table =
      new CommandTable(
          (_, _, _, there) -> {
            there.out().println("well");
            return SAID;
          },
          List.of());

  private CommandSocket socket() {
    return new CommandSocket(folder.resolve("agent.sock"), table);
  }

  private CommandSocket open() {
    CommandSocket socket = socket();
    assertThat(socket.open().isWell()).isTrue();
    return socket;
  }

  private CommandClient.Outcome status() {
    return CommandClient.run(folder.resolve("agent.sock"), STATUS, terminal);
  }

  @Test
  void outputAndExitCodeComeBack() {
    try (CommandSocket _ = open()) {
      assertThat(status()).isEqualTo(new CommandClient.Ran(SAID));
      assertThat(out.toString()).isEqualTo("well" + System.lineSeparator());
    }
  }

  @Test
  void theKernelTellsWhoTypes() {
    CommandTable asksWho =
        new CommandTable(
            (_, _, _, there) -> {
              there.out().print(there.user());
              return SAID;
            },
            List.of());
    try (CommandSocket socket = new CommandSocket(folder.resolve("agent.sock"), asksWho)) {
      assertThat(socket.open().isWell()).isTrue();
      assertThat(status()).isEqualTo(new CommandClient.Ran(SAID));
      assertThat(out.toString()).isEqualTo(System.getProperty("user.name"));
    }
  }

  @Test
  void onlyOwnerAndGroupMayUseIt() throws IOException {
    try (CommandSocket _ = open()) {
      assertThat(Files.getPosixFilePermissions(folder.resolve("agent.sock")))
          .isEqualTo(PosixFilePermissions.fromString("rw-rw----"));
    }
  }

  @Test
  void withoutAnAgentNobodyIsThere() {
    assertThat(status()).isInstanceOf(CommandClient.NobodyThere.class);
  }

  @Test
  void aSocketLeftByADeadAgentIsReplaced() throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("agent.sock"));
    ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address).close();
    try (CommandSocket _ = open()) {
      assertThat(status()).isEqualTo(new CommandClient.Ran(SAID));
    }
  }

  @Test
  void aSecondAgentIsRefusedTheSocketOfTheFirst() {
    try (CommandSocket _ = open()) {
      assertThat(socket().open().cause()).endsWith("belongs to another running agent");
      assertThat(status()).isEqualTo(new CommandClient.Ran(SAID));
    }
  }

  @Test
  void aFileThatIsNoSocketIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("agent.sock"), "somebody's");
    try (CommandSocket socket = socket()) {
      assertThat(socket.open().cause()).endsWith("is there and is no socket");
    }
    assertThat(file).hasContent("somebody's");
  }

  @Test
  void aRemovedSocketIsMadeAgain() throws IOException {
    try (CommandSocket socket = open()) {
      Files.delete(folder.resolve("agent.sock"));
      assertThat(status()).isInstanceOf(CommandClient.NobodyThere.class);
      assertThat(socket.open().isWell()).isTrue();
      assertThat(status()).isEqualTo(new CommandClient.Ran(SAID));
    }
  }

  @Test
  void closingRemovesTheFile() {
    open().close();
    assertThat(folder.resolve("agent.sock")).doesNotExist();
  }

  @Test
  void theNinthCommandAtOnceIsToldToWait() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(8);
    CommandTable slow =
        new CommandTable(
            (_, _, _, _) -> {
              begun.countDown();
              return await(release) ? SAID : ExitCode.FAILED;
            },
            List.of());
    try (CommandSocket socket = new CommandSocket(folder.resolve("agent.sock"), slow);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(socket.open().isWell()).isTrue();
      for (int i = 0; i < 8; i++) {
        clients.execute(this::status);
      }
      assertThat(await(begun)).isTrue();
      assertThat(status()).isEqualTo(new CommandClient.Ran(ExitCode.FAILED));
      assertThat(err.toString()).contains("busy with 8 other commands", "try again in a moment");
      release.countDown();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void whoSaysNothingIsHungUpOnAndWhoTalksNonsenseToo() throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("agent.sock"));
    try (CommandSocket _ = open();
        SocketChannel silent = SocketChannel.open(address);
        SocketChannel nonsense = SocketChannel.open(address)) {
      nonsense.write(ByteBuffer.wrap(new byte[] {-1, -1, -1, -1}));
      assertThat(nonsense.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      assertThat(silent.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      assertThat(status()).isEqualTo(new CommandClient.Ran(SAID));
    }
  }
}
