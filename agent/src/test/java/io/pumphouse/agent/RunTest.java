package io.pumphouse.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunTest {
  private static final Path CONFIG = Path.of("/etc/pumphouse/pumphouse.yaml");
  private static final Path DATA = Path.of("/var/lib/pumphouse");

  @Test
  void theOrderOfTheServiceUnitIsPlain() {
    assertThat(words("run --config a.yaml --data d"))
        .contains(new Run(Path.of("a.yaml"), Path.of("d")));
    assertThat(words("run --data d --config a.yaml"))
        .contains(new Run(Path.of("a.yaml"), Path.of("d")));
  }

  @Test
  void whatIsLeftOutIsWhereItIsInstalled() {
    assertThat(words("run")).contains(new Run(CONFIG, DATA));
    assertThat(words("run --data d")).contains(new Run(CONFIG, Path.of("d")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "status",
        "run --help",
        "run --config",
        "run --config --data d",
        "run --config=a.yaml",
        "run --config a.yaml extra",
        "run --colour red",
        "run @words d",
        "run --data @words",
        "--data d run"
      })
  void everythingElseIsForTheLibraryToReadOrRefuse(String typed) {
    assertThat(words(typed)).isEmpty();
  }

  private static Optional<Run> words(String typed) {
    return Run.plain(typed.isEmpty() ? List.of() : List.of(typed.split(" ")));
  }
}
