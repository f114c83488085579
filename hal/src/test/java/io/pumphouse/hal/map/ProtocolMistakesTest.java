package io.pumphouse.hal.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A map is for one protocol, and says only what that one has. */
class ProtocolMistakesTest {
  @Test
  void anH1AndAnH66AreTwoProtocols() {
    assertThat(UserMap.withLine(3, "# wires: husdata-h1, husdata-h66"))
        .anyMatch(problem -> problem.contains("a map is for one protocol"));
  }

  @Test
  void aCableHasTwoCharacters() {
    assertThat(UserMap.withLine(5, "# other-cables: 40, 4x"))
        .contains("mine.csv:5: other-cables \"4x\": use two digits or capital letters, such as 40");
  }

  @Test
  void onlyAnH66NamesItsCable() {
    assertThat(UserMap.withLine(5, "# other-cables: 40"))
        .contains(
            "mine.csv:5: other-cables \"40\": delete the line: only an H60 or H66 names its"
                + " cable");
  }

  @Test
  void aMapIsForOneProtocol() {
    assertThat(UserMap.withLine(3, "# wires: tcp, rego"))
        .contains(
            "mine.csv:3: wires \"tcp, rego\": a map is for one protocol: modbus, rego,"
                + " husdata-h1 or husdata-h66");
  }

  @Test
  void whatOnlyModbusHasIsOnlyAskedForThere() {
    assertThat(UserMap.load(UserMap.REGO)).isEmpty();
  }

  @Test
  void onlyARegoShiftsSomeOfItsAddresses() {
    assertThat(UserMap.withLine(10, "# shifting: input 0-49"))
        .containsExactly(
            "mine.csv:10: shifting \"input 0-49\": delete the line: only over rego do some addresses"
                + " shift and others not; elsewhere an offset is added to all of them");
  }

  @Test
  void aRegoHasOneSpeed() {
    assertThat(UserMap.load(UserMap.REGO.replace("19200 8N1", "9600 8N1")))
        .containsExactly(
            "mine.csv:4: serial \"9600 8N1\": write 19200 8N1, or delete it: its port has no other");
  }
}
