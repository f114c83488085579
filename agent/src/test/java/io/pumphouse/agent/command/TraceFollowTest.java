package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code trace --follow}, at a table and over the local socket. */
final class TraceFollowTest {
  @TempDir private Path folder;
  private final LineDesk desk = new LineDesk();

  @Test
  void followEndsWhenNobodyReadsAnyMore() throws InterruptedException {
    desk.answers();
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (CommandSocket _ = open()) {
      Terminal leaving =
          new Terminal(new PrintWriter(new OneFrame(heard)), new PrintWriter(desk.err));
      Thread client =
          Thread.ofVirtual()
              .start(
                  () ->
                      CommandClient.run(
                          folder.resolve("agent.sock"),
                          List.of("trace", "house", "--follow"),
                          leaving));
      assertThat(heard.poll(30, TimeUnit.SECONDS)).contains("read holding 3");
      desk.answers();
      assertThat(client.join(Duration.ofSeconds(30))).isTrue();
      // Not a frame comes any more: the agent finds out by itself.
      assertThat(desk.ended.poll(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void followGoesOnWithNewFrames() throws InterruptedException {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    Thread follower =
        Thread.ofVirtual()
            .start(
                () ->
                    desk.table.execute(
                        List.of("trace", "house", "--follow"),
                        new Terminal(
                            new PrintWriter(new Lines(heard)), new PrintWriter(desk.err))));
    desk.answers();
    assertThat(heard.poll(30, TimeUnit.SECONDS)).contains("read holding 3");
    assertThat(heard.poll(30, TimeUnit.SECONDS)).contains("-38");
    desk.isSilent();
    assertThat(heard.poll(30, TimeUnit.SECONDS)).contains("no answer");
    follower.interrupt();
    assertThat(follower.join(Duration.ofSeconds(30))).isTrue();
  }

  private CommandSocket open() {
    CommandSocket socket = new CommandSocket(folder.resolve("agent.sock"), desk.table);
    assertThat(socket.open().isWell()).isTrue();
    return socket;
  }

  /** A reader that takes lines for ever. */
  private static class Lines extends Writer {
    private final BlockingQueue<String> heard;
    private final StringBuilder line = new StringBuilder();

    Lines(BlockingQueue<String> heard) {
      this.heard = heard;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        if (text[i] == '\n') {
          heard.add(line.toString());
          line.setLength(0);
        } else {
          line.append(text[i]);
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** A reader that leaves after the first line, as {@code head -1} does. */
  private static final class OneFrame extends Lines {
    private boolean hasRead;

    OneFrame(BlockingQueue<String> heard) {
      super(heard);
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      if (hasRead) {
        throw new IOException("nobody reads");
      }
      super.write(text, offset, length);
      hasRead = new String(text, offset, length).contains("\n");
    }
  }
}
