package io.pumphouse.hal.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Opened;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TcpDoorTest {
  private static final Duration LONG = Duration.ofSeconds(5);
  private static final Frame HELLO = Frame.of(1, 2, 3);

  private static TcpDoor door(int port, int places) throws IOException {
    return new TcpDoor("127.0.0.1", port, places, TcpDoorTest::echo);
  }

  private static void echo(Line guest) {
    while (guest.hear(LONG) instanceof Bytes(Frame bytes)) {
      guest.send(bytes);
    }
  }

  private static TcpLine guest(TcpDoor door) {
    TcpLine guest = new TcpLine("127.0.0.1", door.port(), LONG);
    assertThat(guest.open()).isEqualTo(new Opened());
    return guest;
  }

  private static void assertServed(Line guest) {
    guest.send(HELLO);
    assertThat(guest.hear(LONG)).isEqualTo(new Bytes(HELLO));
  }

  @Test
  void severalGuestsAreServedAtOnce() throws IOException {
    try (TcpDoor door = door(0, 2)) {
      assertThat(door.open()).isEqualTo(new Opened());
      try (TcpLine one = guest(door);
          TcpLine two = guest(door)) {
        assertServed(one);
        assertServed(two);
        assertServed(one);
      }
    }
  }

  @Test
  void theOldestGuestGivesWayToTheNewest() throws IOException {
    try (TcpDoor door = door(0, 1)) {
      door.open();
      try (TcpLine one = guest(door)) {
        assertServed(one);
        try (TcpLine two = guest(door)) {
          assertServed(two);
          assertThat(one.hear(LONG)).isInstanceOf(Broken.class);
        }
      }
    }
  }

  /**
   * Repeated: a socket closed under the thread that accepts goes on connecting half of the time.
   */
  @RepeatedTest(20)
  void closingTheDoorEndsEveryVisit() throws IOException {
    TcpLine guest;
    try (TcpDoor door = door(0, 2)) {
      door.open();
      guest = guest(door);
      assertServed(guest);
    }

    assertThat(guest.hear(LONG)).isInstanceOf(Broken.class);
    assertThat(guest.open()).isInstanceOf(Broken.class);
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (TcpDoor first = door(0, 1)) {
      first.open();
      try (TcpDoor second = door(first.port(), 1)) {
        assertThat(((Broken) second.open()).cause())
            .startsWith("127.0.0.1:" + first.port() + ": cannot listen");
      }
    }
  }
}
