package io.pumphouse.agent.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** Where tests write a configuration and have it read. */
final class Desk {
  static final ZoneId SYSTEM_ZONE = ZoneId.of("Pacific/Chatham");

  /** The least a configuration can say. */
  static final String ONE_PUMP =
      """
      pumps:
        - {id: house, model: nibe-s1255, line: {tcp: 192.0.2.10}}
      """;

  private final Path file;

  Desk(Path folder) {
    this.file = folder.resolve("pumphouse.yaml");
  }

  Loaded read(byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ConfigFile(new HandMadeModels(), SYSTEM_ZONE).read(file);
  }

  Config config(String yaml) {
    return switch (read(yaml.getBytes(StandardCharsets.UTF_8))) {
      case Loaded.Valid(Config config) -> config;
      case Loaded.Wrong(List<Problem> problems) -> throw new AssertionError(problems.toString());
    };
  }

  /** The problems as a person sees them, without the folder. */
  List<String> problems(byte[] content) {
    return switch (read(content)) {
      case Loaded.Valid(Config config) -> throw new AssertionError("no problem: " + config);
      case Loaded.Wrong(List<Problem> problems) -> problems.stream().map(this::shown).toList();
    };
  }

  List<String> problems(String yaml) {
    return problems(yaml.getBytes(StandardCharsets.UTF_8));
  }

  private String shown(Problem problem) {
    return problem.toString().replace(file.getParent() + "/", "");
  }
}
