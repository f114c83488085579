package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandSocketTest {
  private static final int SAID = 42;
  private static final List<String> STATUS = List.of("status");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(out), new PrintWriter(new StringWriter()));
  private final CommandTable table =
      new CommandTable(
          (_, _, _, there) -> {
            there.out().println("well");
            return SAID;
          },
          List.of());

  private CommandSocket open() {
    return switch (CommandSocket.open(folder.resolve("agent.sock"), table)) {
      case CommandSocket.Opened(var socket) -> socket;
      case CommandSocket.NotOpened(var check) -> throw new AssertionError(check);
    };
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
    Files.createFile(folder.resolve("agent.sock"));
    try (CommandSocket _ = open()) {
      assertThat(status()).isEqualTo(new CommandClient.Ran(SAID));
    }
  }

  @Test
  void aSecondAgentIsRefusedTheSocketOfTheFirst() {
    try (CommandSocket _ = open()) {
      assertThat(CommandSocket.open(folder.resolve("agent.sock"), table).check().cause())
          .endsWith("belongs to another running agent");
      assertThat(status()).isEqualTo(new CommandClient.Ran(SAID));
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
