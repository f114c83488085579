package io.pumphouse.agent.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.command.CommandClient;
import io.pumphouse.agent.command.CommandClient.Ran;
import io.pumphouse.agent.command.CommandSocket;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.Outlet;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.command.TransferVerb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Export and import by somebody at the shell, in an agent that runs. */
final class OverTheSocketTest {
  private static final String HEAD = "time,register,value\n";
  private static final List<String> IMPORT = List.of("import", "some-file");
  private static final List<String> EXPORT = List.of("export", "--from", "2026-01-01T00:00:00Z");

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();
  private Cellar cellar;
  private CommandSocket socket;

  @BeforeEach
  void open() {
    cellar = new Cellar(folder, "husdata-h1-thermia");
    CommandTable table =
        new CommandTable(
            (verb, _, _, there) -> ((TransferVerb) verb).run(cellar.transfer, there), List.of());
    socket = new CommandSocket(folder.resolve("agent.sock"), table);
    assertThat(socket.open().isWell()).isTrue();
  }

  @AfterEach
  void close() {
    socket.close();
    cellar.close();
  }

  private CommandClient.Outcome type(List<String> typed, PrintWriter out, InputStream file) {
    Terminal terminal = new Terminal(out, new PrintWriter(err)).with(file);
    return CommandClient.run(folder.resolve("agent.sock"), typed, terminal);
  }

  private CommandClient.Outcome take(InputStream file) {
    return type(IMPORT, new PrintWriter(new StringWriter()), file);
  }

  private CommandClient.Outcome give(OutputStream to, boolean isPipe) {
    return type(EXPORT, new Outlet(to, isPipe), InputStream.nullInputStream());
  }

  private static String lines(int first, int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = first; i < first + count; i++) {
      lines.append("2026-01-01T%02d:%02d:00Z,0007,1.5%n".formatted(i / 60, i % 60));
    }
    return lines.toString();
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static InputStream file(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  @Test
  void aFileIsTakenWhileTheAgentRuns() {
    assertThat(take(file((HEAD + lines(0, 600)).getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(new Ran(0));
    assertThat(cellar.all()).hasSize(600);
  }

  @Test
  void aProgramIsToldWhatWasDone() {
    StringWriter told = new StringWriter();
    InputStream file = file((HEAD + lines(0, 2) + "rubbish\n").getBytes(StandardCharsets.UTF_8));

    assertThat(type(List.of("import", "some-file", "--json"), new PrintWriter(told), file))
        .isEqualTo(new Ran(1));
    assertThat(told.toString())
        .startsWith(
            "{\"dry_run\":false,\"lines\":4,\"stored\":2,\"known\":0,\"rounded\":0,\"refused\":1,"
                + "\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-01T00:01:00Z\","
                + "\"first_refused\":[\"")
        .endsWith("],\"trouble\":\"\"}\n");
  }

  @Test
  void aPackedFileIsTakenAlsoWhenItWasPackedInParts() throws IOException {
    InputStream parts =
        new SequenceInputStream(file(packed(HEAD + lines(0, 300))), file(packed(lines(300, 300))));

    assertThat(take(parts)).isEqualTo(new Ran(0));
    assertThat(cellar.all()).hasSize(600);
  }

  @Test
  void aPackedFileThatEndsTooEarlyIsAFailure() throws IOException {
    byte[] whole = packed(HEAD + lines(0, 600));

    assertThat(take(new ByteArrayInputStream(whole, 0, whole.length / 2))).isEqualTo(new Ran(1));
    assertThat(err.toString()).contains("some-file: reading broke off", "import it again");
  }

  @Test
  void aFileThatCannotBeReadToItsEndEndsTheCommand() {
    InputStream breaking =
        new SequenceInputStream(
            file((HEAD + lines(0, 60)).getBytes(StandardCharsets.UTF_8)), new Unreadable());

    assertThat(take(breaking)).isEqualTo(new Ran(1));
    assertThat(err.toString()).contains("some-file: reading broke off");
  }

  @Test
  void anExportToAFullDiskFailsAndSaysSo() throws IOException {
    take(file((HEAD + lines(0, 600)).getBytes(StandardCharsets.UTF_8)));
    try (OutputStream full = new FileOutputStream("/dev/full")) {
      assertThat(give(full, false)).isEqualTo(new Ran(1));
    }
    assertThat(err.toString()).contains("the output could not be written", "make room");
  }

  @Test
  void anExportWhoseReaderLeavesIsDone() {
    take(file((HEAD + lines(0, 600)).getBytes(StandardCharsets.UTF_8)));

    assertThat(give(new Left(), true)).isEqualTo(new Ran(0));
    assertThat(err.toString()).isEmpty();
  }

  /** A disk that fails. */
  private static final class Unreadable extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("Input/output error");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return read();
    }
  }

  /** A pipe whose reader has left, on a Swedish machine. */
  private static final class Left extends OutputStream {
    @Override
    public void write(int each) throws IOException {
      throw new IOException("Brutet rör");
    }
  }
}
