package io.pumphouse.agent.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.command.Addresses.Static;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.web.model.JobAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses through a tool that writes down what it is told. */
final class NetworkRoomTest {
  private static final Static WANTED =
      new Static("eth0", "192.0.2.20/24", "192.0.2.1", "192.0.2.53");
  private static final String WHO = "anna at /dev/ttyGS0";

  @TempDir private Path folder;
  private final FakeTime time = new FakeTime();
  private final List<String> events = new CopyOnWriteArrayList<>();

  /** A tool whose device eth0 gets its address from a router. */
  @BeforeEach
  void nmcli() throws IOException {
    script(
        """
        #!/bin/sh
        case "$*" in
          *"device show eth0") echo 7a1b-22 ;;
          *"device show "*) echo "Error: Device '$5' not found." ; exit 10 ;;
          "-g ipv4.method "*) echo auto ;;
          "-g "*) echo ;;
          *) echo "$*" >> "$(dirname "$0")/told" ;;
        esac
        """);
  }

  private void script(String text) throws IOException {
    Path script = folder.resolve("nmcli");
    Files.writeString(script, text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private NetworkRoom room() {
    return room(folder.resolve("nmcli").toString());
  }

  private NetworkRoom room(String program) {
    return new NetworkRoom(program, folder, this::noted, time);
  }

  private void noted(Event event) {
    assertThat(event.kind()).isEqualTo(Event.Kind.NETWORK_CHANGED);
    events.add(event.text());
  }

  private List<String> told() throws IOException {
    Path told = folder.resolve("told");
    return Files.exists(told) ? Files.readAllLines(told) : List.of();
  }

  private static String refused(JobAnswer answer) {
    return answer instanceof JobAnswer.Refused(String cause, String next)
        ? cause + "; " + next
        : "done";
  }

  @Test
  void anAddressIsTakenAndStaysOnceItIsConfirmed() throws IOException {
    try (NetworkRoom room = room()) {
      assertThat(room.take(WANTED, WHO)).isInstanceOf(JobAnswer.Done.class);
      assertThat(told())
          .containsExactly(
              "connection modify uuid 7a1b-22 ipv4.method manual ipv4.addresses 192.0.2.20/24"
                  + " ipv4.gateway 192.0.2.1 ipv4.dns 192.0.2.53",
              "connection up uuid 7a1b-22");
      assertThat(room.facts()).anyMatch(line -> line.contains("eth0 is on trial for 120 s"));
      assertThat(room.confirm(WHO)).isInstanceOf(JobAnswer.Done.class);
      time.advance(Duration.ofHours(1));
      room.look();
      assertThat(told()).hasSize(2);
    }
    assertThat(events)
        .containsExactly(
            "eth0: 192.0.2.20/24 on trial, before what the router gives, by " + WHO,
            "eth0: the address is confirmed, by " + WHO);
  }

  @Test
  void whatNobodyConfirmsIsUndoneAfterTwoMinutes() throws IOException {
    try (NetworkRoom room = room()) {
      room.take(WANTED, WHO);
      time.advance(Duration.ofSeconds(119));
      room.look();
      assertThat(told()).hasSize(2);
      time.advance(Duration.ofSeconds(1));
      room.look();
      assertThat(told())
          .endsWith(
              "connection modify uuid 7a1b-22 ipv4.method auto ipv4.addresses  ipv4.gateway "
                  + " ipv4.dns ",
              "connection up uuid 7a1b-22");
      assertThat(refused(room.confirm(WHO))).contains("nothing is on trial");
    }
    assertThat(events).last().asString().contains("back to", "nobody confirmed it");
  }

  @Test
  void theNextAgentUndoesWhatThisOneLeftOnTrial() throws Exception {
    try (NetworkRoom room = room()) {
      room.take(WANTED, WHO);
    }
    try (NetworkRoom next = room()) {
      next.start();
      LinkedBlockingQueue<Boolean> tick = new LinkedBlockingQueue<>();
      for (int look = 0; look < 500 && Files.exists(folder.resolve("network-trial")); look++) {
        tick.poll(20, TimeUnit.MILLISECONDS);
      }
    }
    assertThat(told()).hasSize(4).last().isEqualTo("connection up uuid 7a1b-22");
    assertThat(events).last().asString().contains("the agent's restart");
  }

  @Test
  void aToolThatRefusesLeavesItAsItWasAndSaysWhy() throws IOException {
    script(
        """
        #!/bin/sh
        case "$*" in
          *"device show eth0") echo 7a1b-22 ;;
          "-g "*) echo ;;
          *manual*) echo "Error: Insufficient privileges"; exit 1 ;;
        esac
        """);
    try (NetworkRoom room = room()) {
      assertThat(refused(room.take(WANTED, WHO)))
          .contains("Insufficient privileges", "as before", "polkit");
      assertThat(refused(room.undo(WHO))).contains("nothing is on trial");
    }
  }

  @Test
  void whereTheToolIsMissingTheNextStepIsSaid() {
    try (NetworkRoom room = room(folder.resolve("none").toString())) {
      assertThat(refused(room.ask("eth0", WHO)))
          .contains("nmcli cannot be started", "install network-manager");
      assertThat(room.facts()).anyMatch(line -> line.startsWith("lo: "));
    }
  }

  @Test
  void whatIsNoAddressNeverReachesTheTool() throws IOException {
    List<Static> wrong = new ArrayList<>();
    wrong.add(new Static("eth0; reboot", "192.0.2.20/24", "", ""));
    wrong.add(new Static("--help", "192.0.2.20/24", "", ""));
    wrong.add(new Static("eth0", "192.0.2.20", "", ""));
    wrong.add(new Static("eth0", "192.0.2.256/24", "", ""));
    wrong.add(new Static("eth0", "192.0.2.20/31", "", ""));
    wrong.add(new Static("eth0", "192.0.2.20/24", "192.0.3.1", ""));
    wrong.add(new Static("eth0", "192.0.2.20/24", "192.0.2.1", "dns"));
    try (NetworkRoom room = room()) {
      assertThat(wrong).allMatch(each -> room.take(each, WHO) instanceof JobAnswer.Refused);
      assertThat(refused(room.ask("eth7", WHO))).contains("Device 'eth7' not found");
    }
    assertThat(told()).isEmpty();
    assertThat(events).isEmpty();
  }
}
