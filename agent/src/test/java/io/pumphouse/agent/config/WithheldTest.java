package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMaps;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WithheldTest {
  private final List<Model> models = new RegisterMaps().models();

  @Test
  void whatHarmsANibeIsWithheldWhereAMapOfItForgetsToSaySo() {
    Model forgetful =
        models.stream().filter(model -> model.neverWrite().isEmpty()).findFirst().orElseThrow();
    List<Model> nibes = models.stream().filter(model -> model.id().startsWith("nibe-")).toList();

    assertThat(nibes)
        .hasSizeGreaterThan(4)
        .allSatisfy(
            nibe ->
                assertThat(nibe.neverWrite())
                    .isNotEmpty()
                    .allMatch(register -> Withheld.isNeverWritten(forgetful, register)));
  }
}
