package io.pumphouse.hal.h66;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Frame;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
  private static final String BODY = "{\"0001\":224}";
  private static final String WITH_LENGTH =
      "HTTP/1.1 200 OK\r\nServer: x\r\nContent-Length: 12\r\n\r\n" + BODY;
  private static final String IN_CHUNKS =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"000\r\n7;a=b\r\n1\":224}\r\n0\r\n\r\n";
  private static final String TO_THE_END = "HTTP/1.0 200 OK\r\n\r\n" + BODY;

  private final Reply reply = new Reply();

  private void take(String text) {
    reply.take(Frame.of(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {WITH_LENGTH, IN_CHUNKS, TO_THE_END})
  void thePageIsWholeAtItsEndAndNotBefore(String answer) {
    int end = answer.equals(IN_CHUNKS) ? answer.indexOf("\r\n0\r\n") + 5 : answer.length();
    for (int at = 0; at < end; at++) {
      assertThat(reply.isOver()).as("after %d bytes", at).isFalse();
      assertThat(reply.isHttp()).isTrue();
      take(answer.substring(at, at + 1));
    }
    assertThat(reply.body()).contains(BODY);
    assertThat(reply.isOver()).isTrue();
  }

  @Test
  void whatComesBehindTheLengthIsNotThePages() {
    take(WITH_LENGTH + "garbage");
    assertThat(reply.body()).contains(BODY);
  }

  @Test
  void anUnusualStatusIsEnough() {
    take("HTTP/1.1 404 Not Found\r\n");
    assertThat(reply.isOver()).isTrue();
    assertThat(reply.status()).contains(404);
  }

  @Test
  void whatIsNoHttpIsKnownByItsBeginning() {
    take("SSH-2.0-OpenSSH\r\n");
    assertThat(reply.isHttp()).isFalse();
    assertThat(reply.isOver()).isTrue();
    assertThat(reply.beginning()).isEqualTo("SSH-2.0-OpenSSH??");
  }

  @Test
  void nobodyIsListenedToForEver() {
    take("HTTP/1.1 200 OK\r\n\r\n{\"a\":\"" + "x".repeat(Reply.MOST_BYTES));
    assertThat(reply.isOver()).isTrue();
    assertThat(reply.isTooLong()).isTrue();
  }

  /** A chunk cannot be longer than all that is taken; the number must not overflow either. */
  @Test
  void aChunkOfFourGigabytesIsNotWaitedForInMemory() {
    take("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n{}");
    assertThat(reply.body()).isEmpty();
  }
}
