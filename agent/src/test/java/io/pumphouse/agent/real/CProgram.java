package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The programs in C on libmodbus that the benches use as well. */
final class CProgram {
  private static final Path SOURCES = Path.of("..", "scripts", "bench.d", "peer");

  private CProgram() {}

  /** Compiles it into this folder; returns where it is. */
  static Path compiled(Path folder, String name) throws InterruptedException {
    Tools.requireLibrary("libmodbus");
    Path program = folder.resolve(name);
    String command =
        "cc -O2 -Wall -Wextra -Werror -o '%s' '%s' $(pkg-config --cflags --libs libmodbus)"
            .formatted(program, SOURCES.resolve(name + ".c"));
    try (Child compiler = new Child(Map.of(), List.of("sh", "-c", command))) {
      assertThat(compiler.output()).isEmpty();
      assertThat(compiler.exitCode()).isZero();
    }
    return program;
  }
}
