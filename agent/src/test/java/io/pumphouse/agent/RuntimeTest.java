package io.pumphouse.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runtime that the agent is installed with has every module its own classes use. */
final class RuntimeTest {
  @Test
  void theLinkedRuntimeHasWhatOurClassesUse() throws IOException {
    Set<String> used = used();

    assertThat(used).contains("java.base", "jdk.net");
    assertThat(linked()).containsAll(used);
  }

  /** As {@code jdeps -s} tells: {@code classes -> java.base}. */
  private static Set<String> used() {
    StringWriter told = new StringWriter();
    PrintWriter out = new PrintWriter(told);
    Stream<String> classes =
        Stream.of("../hal/target/classes", "../web/target/classes", "target/classes");
    String[] words = Stream.concat(Stream.of("-s"), classes).toArray(String[]::new);
    assertThat(ToolProvider.findFirst("jdeps").orElseThrow().run(out, out, words)).isZero();
    return told.toString()
        .lines()
        .map(line -> line.replaceAll(".*-> ", ""))
        .filter(name -> name.matches("(java|jdk)\\.\\S+"))
        .collect(Collectors.toSet());
  }

  private static List<String> linked() throws IOException {
    return Files.readAllLines(Path.of("..", "scripts", "runtime")).stream()
        .filter(line -> line.startsWith("modules="))
        .flatMap(line -> Stream.of(line.substring("modules=".length()).split(",")))
        .toList();
  }
}
