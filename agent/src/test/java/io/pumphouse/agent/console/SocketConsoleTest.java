package io.pumphouse.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.command.CommandClient;
import io.pumphouse.agent.command.CommandClient.Ran;
import io.pumphouse.agent.command.CommandSocket;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.Consoles;
import io.pumphouse.agent.command.Terminal;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code pumphouse console} by somebody who may use the local socket. */
@Timeout(60)
final class SocketConsoleTest {
  @TempDir private Path folder;

  @Test
  void whoMayUseTheSocketNeedsNoAccountAndLeavesInPeace() throws IOException {
    Path path = folder.resolve("agent.sock");
    StringWriter shown = new StringWriter();
    try (Scene scene = new Scene(folder);
        PipedOutputStream keyboard = new PipedOutputStream();
        PipedInputStream keys = new PipedInputStream(keyboard)) {
      scene.claim();
      ConsoleRoom room = scene.open(List.of(), false);
      CommandTable table =
          new CommandTable((_, _, _, it) -> room.serve(scene.desk, it, Consoles.DUMB), List.of());
      try (CommandSocket socket = new CommandSocket(path, table)) {
        socket.open();
        keyboard.write("claim-code\rexit\r".getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
        PrintWriter out = new PrintWriter(shown);
        assertThat(CommandClient.run(path, List.of("console"), new Terminal(out, out).with(keys)))
            .isEqualTo(new Ran(0));
      }
    }
    assertThat(shown.toString()).contains("ALL IS WELL", "K7QF-2MXT-9ABD", "bye");
  }
}
