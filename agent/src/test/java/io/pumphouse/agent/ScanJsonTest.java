package io.pumphouse.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.scan.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScanJsonTest {
  @Test
  void aProgramGetsTheEntryToPasteAndWhatSpeaksForIt() {
    Candidate found =
        new Candidate("nibe-s1255", "NIBE S1255", "tcp: \"h:502\", unit: 1", 7, List.of("BT1"));
    assertThat(ScanJson.of(List.of(found)))
        .isEqualTo(
            "[{\"model\":\"nibe-s1255\",\"title\":\"NIBE S1255\",\"points\":7,"
                + "\"line\":\"{tcp: \\\"h:502\\\", unit: 1}\","
                + "\"entry\":\"- {id: house, model: nibe-s1255, line: {tcp: \\\"h:502\\\", unit: 1}}\","
                + "\"evidence\":[\"BT1\"]}]");
  }
}
