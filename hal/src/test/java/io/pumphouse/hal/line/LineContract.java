package io.pumphouse.hal.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Heard;
import io.pumphouse.hal.line.Line.Opened;
import io.pumphouse.hal.line.Line.Sent;
import io.pumphouse.hal.line.Line.Silence;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every line promises, fake or real. */
interface LineContract {
  Duration LONG = Duration.ofSeconds(5);
  Duration SHORT = Duration.ofMillis(20);
  Frame HELLO = Frame.of(0x00, 0x11, 0x13, 0x0D, 0x0A, 0x7F, 0x80, 0xFF);

  /** A line to the peer, not open yet. */
  Line line();

  /** The other end, once the line is open. */
  Peer peer();

  private Line opened() {
    assertThat(line().open()).isEqualTo(new Opened());
    return line();
  }

  private static Frame heard(Line line, int count) {
    Frame all = Frame.empty();
    while (all.length() < count) {
      Heard heard = line.hear(LONG);
      assertThat(heard).isInstanceOf(Bytes.class);
      all = all.plus(((Bytes) heard).bytes());
    }
    return all;
  }

  private static Broken broken(Line line) {
    Heard heard = line.hear(LONG);
    assertThat(heard).isInstanceOf(Broken.class);
    return (Broken) heard;
  }

  @Test
  default void whatIsSentArrivesUnchanged() {
    assertThat(opened().send(HELLO)).isEqualTo(new Sent());

    assertThat(peer().heard(HELLO.length())).isEqualTo(HELLO);
  }

  @Test
  default void whatThePeerSaysIsHeardUnchanged() {
    Line line = opened();
    peer().says(HELLO);

    assertThat(heard(line, HELLO.length())).isEqualTo(HELLO);
  }

  @Test
  default void longFramesArriveWhole() {
    Frame frame = HELLO;
    while (frame.length() < 256) {
      frame = frame.plus(frame);
    }
    Line line = opened();
    Peer peer = peer();
    assertThat(line.send(frame)).isEqualTo(new Sent());
    assertThat(peer.heard(256)).isEqualTo(frame);
    peer.says(frame);

    assertThat(heard(line, 256)).isEqualTo(frame);
  }

  @Test
  default void nothingHeardIsSilence() {
    assertThat(opened().hear(SHORT)).isEqualTo(new Silence());
  }

  @Test
  default void askingForWhatIsThereDoesNotWait() {
    assertThat(opened().hear(Duration.ZERO)).isEqualTo(new Silence());
  }

  @Test
  default void aLineThatIsNotOpenSaysSo() {
    assertThat(broken(line()).cause()).startsWith(line().name()).endsWith("not open");
    assertThat(line().send(HELLO)).isInstanceOf(Broken.class);
  }

  @Test
  default void openingAnOpenLineChangesNothing() {
    Line line = opened();
    peer().says(HELLO);

    assertThat(line.open()).isEqualTo(new Opened());
    assertThat(heard(line, HELLO.length())).isEqualTo(HELLO);
  }

  @Test
  default void aPeerThatLeavesBreaksTheLine() {
    Line line = opened();
    peer().close();
    Broken broken = broken(line);

    assertThat(broken.cause()).startsWith(line.name());
    assertThat(broken.next()).isNotBlank();
  }

  @Test
  default void aBrokenLineStaysBroken() {
    Line line = opened();
    peer().close();
    broken(line);

    assertThat(line.hear(Duration.ZERO)).isInstanceOf(Broken.class);
    assertThat(line.send(HELLO)).isInstanceOf(Broken.class);
  }

  @Test
  default void closingTwiceIsClosing() {
    Line line = opened();
    line.close();
    line.close();

    assertThat(line.hear(LONG)).isInstanceOf(Broken.class);
  }
}
