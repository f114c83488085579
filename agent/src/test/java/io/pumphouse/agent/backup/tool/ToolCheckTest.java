package io.pumphouse.agent.backup.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ToolCheckTest {
  @Test
  void anOldRcloneHasAConsequence() {
    assertThat(ToolCheck.older("v1.60.1")).startsWith("rclone before 1.63 leaves parts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1.63.0", "v1.71.2", "v2.0.0", "beta"})
  void aNewerOneHasNone(String version) {
    assertThat(ToolCheck.older(version)).isEmpty();
  }
}
