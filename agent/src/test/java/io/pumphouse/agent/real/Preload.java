package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.real.Tape.Deed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs of ours run on top of a small C library that stands between them and the disk. */
final class Preload {
  private Preload() {}

  /** Compiles {@code NAME.c}, or skips the test where there is no compiler. */
  static Path library(Path folder, String name) throws InterruptedException {
    Tools.require("cc");
    Path library = folder.resolve(name + ".so");
    Path source = Path.of("src", "test", "resources", "real", name + ".c");
    run(
        Map.of(),
        List.of("cc", "-O2", "-Werror", "-shared", "-fPIC", "-o", library + "", "" + source));
    return library;
  }

  /** The command that runs a class of ours. */
  static List<String> java(String main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java") + "");
    command.addAll(List.of("-Xmx64m", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", Product.classPath(), main));
    command.addAll(List.of(args));
    return command;
  }

  /** What a program does to its SQLite files until it ends by itself. */
  static List<Deed> taped(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path library = library(folder, "tape");
    Path tape = folder.resolve("tape");
    run(Map.of("LD_PRELOAD", library + "", "TAPE", tape + ""), command);
    List<Deed> deeds = Tape.read(tape);
    assertThat(deeds).hasAtLeastOneElementOfType(Deed.Synced.class);
    return deeds;
  }

  private static void run(Map<String, String> environment, List<String> command)
      throws InterruptedException {
    try (Child child = new Child(environment, command)) {
      assertThat(child.exitCode()).as(child.output()).isZero();
    }
  }
}
